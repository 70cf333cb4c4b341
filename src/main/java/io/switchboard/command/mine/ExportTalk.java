package io.switchboard.command.mine;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.export.Labels;
import io.switchboard.conversation.export.PrintOut;
import io.switchboard.conversation.export.Whole;
import io.switchboard.conversation.export.WriteHtml;
import io.switchboard.conversation.export.WriteJson;
import io.switchboard.conversation.export.WriteMarkdown;
import io.switchboard.markup.pdf.Pdf;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.picture.emoji.ColourEmoji;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /export}: the present conversation as a file. */
final class ExportTalk {
  private static final int LONGEST_NAME = 60;

  private final Conversations conversations;
  private final Members members;

  ExportTalk(Conversations conversations, Members members) {
    this.conversations = conversations;
    this.members = members;
  }

  List<Effect> export(Visit visit, String format) {
    Words words = visit.words();
    Optional<Whole> whole =
        conversations
            .whole(
                conversations.current(visit.id(), visit.place()),
                visit.id(),
                id -> members.find(id).map(Member::name).orElse(""))
            .filter(found -> found.present() != null);
    if (whole.isEmpty()) {
      return List.of(Effect.tell(words.say("export.nothing")));
    }
    Labels labels =
        new Labels(
            words.label("export.question"),
            words.label("export.answer"),
            words.label("export.files"),
            words.locale().toLanguageTag());
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "", "markdown", "md" ->
          give(visit, whole.get(), "md", "text/markdown", WriteMarkdown.of(whole.get(), labels));
      // Some seconds, which others in the place need not wait for.
      case "pdf" -> List.of(new Effect.Later(() -> pdf(visit, whole.get(), labels)));
      case "html" ->
          give(visit, whole.get(), "html", "text/html", WriteHtml.of(whole.get(), labels));
      case "json" ->
          give(visit, whole.get(), "json", "application/json", WriteJson.of(whole.get()));
      default -> List.of(Effect.tell(words.say("meant.export")));
    };
  }

  private static List<Effect> pdf(Visit visit, Whole whole, Labels labels) {
    Words words = visit.words();
    return switch (Pdf.of(
        PrintOut.of(whole, labels), whole.title(), words.locale(), ExportTalk::emoji)) {
      case Pdf.Made.File file -> give(visit, whole, "pdf", "application/pdf", file.bytes());
      case Pdf.Made.NoLetters ignored -> List.of(Effect.tell(words.say("export.pdf.letters")));
      case Pdf.Made.TooLong ignored -> List.of(Effect.tell(words.say("export.pdf.long")));
      case Pdf.Made.Busy ignored -> List.of(Effect.tell(words.say("export.pdf.busy")));
    };
  }

  private static Optional<BufferedImage> emoji(String cluster) {
    return ColourEmoji.ofSystem().flatMap(all -> all.of(cluster));
  }

  private static List<Effect> give(
      Visit visit, Whole whole, String ending, String type, String text) {
    return give(visit, whole, ending, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Effect> give(
      Visit visit, Whole whole, String ending, String type, byte[] content) {
    Upload file = Upload.document(fileName(whole.title()) + "." + ending, type, content);
    Words words = visit.words();
    return List.of(
        new Effect.GiveFile(
            file,
            Reply.of(words.say("export.done", whole.title(), whole.path().size())).onlyForAsker(),
            () -> List.of(Effect.tell(words.say("export.failed")))));
  }

  /** What every system takes as a name, in whatever writing. */
  static String fileName(String title) {
    String plain = title.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    int most = Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()));
    String name = plain.substring(0, plain.offsetByCodePoints(0, most));
    return name.isEmpty() ? "conversation" : name;
  }
}
