package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** A reply as the document that Discord takes; it notifies nobody and shows no link previews. */
public final class MessageBody {
  static final int SUPPRESS_EMBEDS = 1 << 2;
  static final int EPHEMERAL = 1 << 6;
  static final int VOICE = 1 << 13;
  private static final int ROWS = 5;
  private static final int BUTTONS = 5;
  private static final int LABEL = 80;
  private static final int URL = 512;
  private static final String MARK = "~";

  private MessageBody() {}

  /** A reply as a message. */
  public static DataObject of(Reply reply) {
    return of(reply, "", null);
  }

  /**
   * The same, with a mark in its buttons by which the message is known again.
   *
   * @param mark without {@code ~}; empty for none
   * @param file what the reply is the caption of, if it is one
   */
  public static DataObject of(Reply reply, String mark, @Nullable Upload file) {
    String text = DiscordMarkdown.of(reply.body());
    DataObject message =
        withoutFiles(file != null && !PlainText.isSeen(text) ? "" : content(text), reply, mark);
    return file == null ? message : Parcel.announcing(message, file);
  }

  private static DataObject withoutFiles(String content, Reply reply, String mark) {
    return DataObject.empty()
        .put("content", content)
        .put("components", rows(reply.buttons(), mark))
        .put("allowed_mentions", noMentions())
        .put("flags", SUPPRESS_EMBEDS);
  }

  static DataObject noMentions() {
    return DataObject.empty().put("parse", DataArray.empty()).put("replied_user", false);
  }

  private static String content(String text) {
    if (!PlainText.isSeen(text)) {
      return "…";
    }
    if (text.length() <= DiscordMarkdown.BOUND) {
      return text;
    }
    int end = DiscordMarkdown.BOUND - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static DataArray rows(List<List<Button>> rows, String mark) {
    DataArray array = DataArray.empty();
    Set<String> used = new HashSet<>();
    for (List<Button> row : rows.stream().filter(r -> !r.isEmpty()).limit(ROWS).toList()) {
      DataArray buttons = DataArray.empty();
      row.stream().limit(BUTTONS).map(b -> button(b, mark, used)).forEach(buttons::add);
      array.add(DataObject.empty().put("type", 1).put("components", buttons));
    }
    return array;
  }

  private static DataObject button(Button button, String mark, Set<String> used) {
    String label = button.label();
    DataObject json =
        DataObject.empty()
            .put("type", 2)
            .put("label", label.length() <= LABEL ? label : label.substring(0, LABEL - 1) + "…");
    return switch (button) {
      case Button.Press press -> json.put("style", 2).put("custom_id", id(press, mark, used));
      case Button.Link link when link.url().length() <= URL ->
          json.put("style", 5).put("url", link.url());
      case Button.Link link ->
          throw new IllegalArgumentException(
              "Discord takes no link of more than %d characters: %s".formatted(URL, link.url()));
    };
  }

  /** The action, marked where it must be; Discord wants no id twice in a message. */
  private static String id(Button.Press press, String mark, Set<String> used) {
    String action = press.action();
    boolean bare = mark.isEmpty() && !action.startsWith(MARK);
    String id = bare ? action : MARK + mark + MARK + action;
    for (int i = 2; !used.add(id); i++) {
      id = MARK + mark + "." + i + MARK + action;
    }
    return id;
  }

  /** The action of a button, from its custom_id. */
  public static String action(String customId) {
    return customId.startsWith(MARK) ? customId.substring(customId.indexOf(MARK, 1) + 1) : customId;
  }

  /** The actions of all buttons of a message that Discord shows. */
  public static List<String> actions(DataObject message) {
    return message.optArray("components").orElseGet(DataArray::empty).stream(DataArray::getObject)
        .flatMap(
            row ->
                row.optArray("components").orElseGet(DataArray::empty).stream(DataArray::getObject))
        .filter(button -> button.hasKey("custom_id"))
        .map(button -> action(button.getString("custom_id")))
        .toList();
  }

  /** Whether a message that Discord shows carries this mark. */
  static boolean carries(DataObject message, String mark) {
    return message
        .optArray("components")
        .map(DataArray::toString)
        .orElse("")
        .contains(MARK + mark + MARK);
  }
}
