package io.switchboard.fake.telegram;

import java.util.List;

/**
 * A message as a person sees it now.
 *
 * @param from the name of who wrote it
 * @param bot whether the bot wrote it
 * @param text what is visible, markup taken out
 * @param keys the buttons, row by row
 * @param replyTo the message it answers, or 0
 * @param history what it showed before, the oldest first
 * @param rich whether it is a rich message
 * @param source what the bot sent, with its markup
 * @param update the update in which the bot was told of it, or 0
 * @param file what the text is the caption of; null for a text message
 */
public record Shown(
    int id,
    Chat chat,
    String from,
    boolean bot,
    String text,
    List<Entity> entities,
    List<List<Key>> keys,
    int replyTo,
    List<String> history,
    boolean rich,
    String source,
    int update,
    SentFile file) {

  /** One without a file. */
  Shown(
      int id,
      Chat chat,
      String from,
      boolean bot,
      String text,
      List<Entity> entities,
      List<List<Key>> keys,
      int replyTo,
      List<String> history,
      boolean rich,
      String source,
      int update) {
    this(id, chat, from, bot, text, entities, keys, replyTo, history, rich, source, update, null);
  }

  /** The labels of all buttons, in their order. */
  public List<String> labels() {
    return keys.stream().flatMap(List::stream).map(Key::label).toList();
  }

  /** The texts under entities of this type. */
  public List<String> under(String type) {
    return entities.stream().filter(e -> e.type().equals(type)).map(e -> e.of(text)).toList();
  }
}
