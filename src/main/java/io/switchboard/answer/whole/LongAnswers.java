package io.switchboard.answer.whole;

import io.switchboard.answer.words.Voice;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.conversation.Turn;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Excerpt;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.request.Claimed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps long answers short in the chat, and tells where the whole is. */
public final class LongAnswers {
  private static final Logger log = LoggerFactory.getLogger(LongAnswers.class);
  private static final int NAME_LETTERS = 40;

  private final int longest;
  private final AnswerPages pages;
  private final Outbox outbox;

  /**
   * @param longest so many characters of an answer stand in a chat; 0 for any number
   */
  public LongAnswers(int longest, AnswerPages pages, Outbox outbox) {
    this.longest = longest;
    this.pages = pages;
    this.outbox = outbox;
  }

  /** Whether it is too long for a chat. */
  public boolean tooLong(Document said) {
    return longest > 0 && PlainText.of(said).length() > longest;
  }

  /** What stands in the chat: all of it, or its first part and that it goes on. */
  public Document inChat(Document said, Voice voice) {
    return tooLong(said)
        ? Cut.into(said, part -> PlainText.of(part).length(), longest)
            .getFirst()
            .and(voice.goesOn())
        : said;
  }

  /**
   * Tells where the whole is, in a message of its own.
   *
   * @return false if it is nowhere, so that all must stay in the chat
   */
  public boolean tell(Claimed request, Turn turn, Voice voice) {
    Optional<AnswerPages.Page> page =
        pages.of(turn, request.asker().member(), pages.in(request.asker().place()));
    PlaceId place = request.replyTo().place();
    Reply where =
        Reply.of(page.map(p -> voice.whole(p.url(), p.endsAt())).orElseGet(voice::wholeInFile));
    String nonce = "a" + request.id() + "whole";
    byte[] file = Markdown.withoutReasoning(turn.answer()).getBytes(StandardCharsets.UTF_8);
    Delivery delivery = new Delivery.Gone("no files here");
    if (outbox
        .uploads(place)
        .filter(u -> file.length <= u.mostBytes(Upload.Kind.DOCUMENT))
        .isPresent()) {
      Upload upload = Upload.document(name(turn), "text/markdown", file);
      delivery = outbox.upload(Priority.FINAL, Destination.in(place), upload, () -> where, nonce);
    }
    if (delivery instanceof Delivery.Gone && page.isPresent()) {
      delivery = outbox.send(Priority.FINAL, Destination.in(place), () -> where, nonce + "p");
    }
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      page.ifPresent(p -> pages.carriedBy(p, place, message));
      return true;
    }
    log.warn("request {}: the whole answer is nowhere but in the chat: {}", request.id(), delivery);
    return false;
  }

  private static String name(Turn turn) {
    String words =
        Excerpt.firstLine(Markdown.parse(turn.question()), NAME_LETTERS)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return (words.isEmpty() ? "answer" : words) + ".md";
  }
}
