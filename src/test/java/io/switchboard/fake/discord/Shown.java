package io.switchboard.fake.discord;

import java.util.List;

/**
 * A message as somebody sees it.
 *
 * @param content as it was sent, with Markdown and its escapes
 * @param buttons labels, row after row
 * @param links addresses of link buttons
 * @param edits what it showed before, oldest first
 * @param pings who was notified by it: {@code everyone}, {@code user ID}, {@code role ID}
 * @param thinking whether it still says that the bot is thinking
 * @param ephemeral whether only one person sees it
 * @param previews whether Discord may show previews of links in it
 */
public record Shown(
    long id,
    long channel,
    String author,
    String content,
    List<String> buttons,
    List<String> links,
    List<String> edits,
    List<String> pings,
    Long replyTo,
    boolean thinking,
    boolean ephemeral,
    boolean previews) {

  /** What is read on the screen, nearly: without escapes, ids and invisible characters. */
  public String displayed() {
    return content
        .replace("\u200b", "")
        .replaceAll("(?<!\\\\)<(/[a-z]+):\\d+>", "$1")
        .replaceAll("\\\\([^0-9A-Za-z\\s])", "$1");
  }
}
