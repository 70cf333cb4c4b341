package io.switchboard.conversation.export;

import io.switchboard.chat.Attachment;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Titles;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.CopyTable;
import io.switchboard.conversation.kept.QuestionText;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Between the rows and a {@link Whole}. In a transaction. */
public final class Copying {
  /** What an imported file's reference names: a platform that there is not. */
  private static final String NOWHERE = "file:gone";

  private Copying() {}

  /**
   * Takes a conversation out; empty if it is not the member's.
   *
   * @param names what a member is called
   */
  public static Optional<Whole> out(
      Handle h, ConversationId conversation, MemberId member, Function<MemberId, String> names) {
    if (!ConversationTable.isOf(h, conversation, member)) {
      return Optional.empty();
    }
    boolean several = ConversationTable.home(h, conversation).isPresent();
    Map<Long, Integer> numbers = new HashMap<>();
    List<Whole.Part> parts = new ArrayList<>();
    for (CopyTable.Row row : CopyTable.all(h, conversation)) {
      int number = parts.size() + 1;
      numbers.put(row.id(), number);
      parts.add(
          new Whole.Part(
              number,
              numbers.get(row.parent()),
              numbers.get(row.variantOf()),
              several && row.author() != 0 ? names.apply(new MemberId(row.author())) : "",
              new Whole.Said(row.question(), row.answer(), row.complete(), row.askedAt()),
              QuestionText.readAttachments(row.attachments()).stream()
                  .map(Attachment::name)
                  .toList()));
    }
    Integer present =
        ConversationTable.head(h, conversation, member)
            .map(TurnId::value)
            .map(numbers::get)
            .orElse(null);
    String title = ConversationTable.title(h, conversation, member).orElse("");
    return Optional.of(new Whole(title, parts, present));
  }

  /** Puts one in, as the member's own. */
  public static ConversationId in(Handle h, Whole whole, MemberId member, Instant now) {
    ConversationId conversation = ConversationTable.insert(h, member, null, now);
    List<Long> ids = new ArrayList<>();
    for (Whole.Part part : whole.turns()) {
      ids.add(
          CopyTable.insert(
              h,
              conversation,
              new CopyTable.Row(
                  0,
                  id(ids, part.parent()),
                  id(ids, part.variantOf()),
                  part.author().isEmpty()
                      ? part.said().question()
                      : part.author() + ": " + part.said().question(),
                  QuestionText.writeAttachments(
                      part.files().stream()
                          .map(f -> new Attachment(f, "application/octet-stream", 0, NOWHERE))
                          .toList()),
                  part.said().answer(),
                  part.said().complete(),
                  part.said().at(),
                  member.value())));
    }
    Integer present = whole.present();
    if (present != null) {
      ConversationTable.moveHead(h, new TurnId(ids.get(present - 1)));
    }
    String title = Titles.clean(whole.title());
    ConversationTable.asked(h, conversation, title.isEmpty() ? "…" : title, now);
    return conversation;
  }

  private static @Nullable Long id(List<Long> ids, @Nullable Integer number) {
    return number == null ? null : ids.get(number - 1);
  }
}
