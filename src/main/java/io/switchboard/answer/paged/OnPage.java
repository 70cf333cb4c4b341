package io.switchboard.answer.paged;

import io.switchboard.answer.aside.Aside;
import io.switchboard.answer.whole.AnswerPages;
import io.switchboard.answer.whole.AnswerPages.Page;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.conversation.Turn;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import io.switchboard.member.MemberId;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.request.Claimed;
import io.switchboard.share.way.Teaser;
import io.switchboard.share.way.Way;
import io.switchboard.share.way.Ways;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one answer, if it is given on one. Used by the threads that show the answer. */
public final class OnPage {
  private final AnswerPages pages;
  private final int linkFrom;
  private final Claimed request;
  private final Turn turn;
  private final Voice voice;
  private final Ways.Given given;
  private volatile @Nullable Page page;
  private boolean asked;
  private boolean whole;

  /**
   * @param linkFrom an answer of more characters is given as a link; 0 for none
   */
  public OnPage(AnswerPages pages, int linkFrom, Claimed request, Turn turn, Voice voice) {
    this.pages = pages;
    this.linkFrom = linkFrom;
    this.request = request;
    this.turn = turn;
    this.voice = voice;
    this.given = pages.in(request.asker().place());
  }

  /** The answer begins: where it is given on a page, the page is there from now on. */
  public void begin(Outbox outbox) {
    if (given.way() == Way.TEXT) {
      return;
    }
    Page opened = open(given.way() == Way.LINK);
    if (opened != null && !opened.instead()) {
      // The text must not wait for it.
      Aside.start("page", () -> tell(outbox, opened));
    }
  }

  private void tell(Outbox outbox, Page opened) {
    if (pages.isCarried(opened)) {
      return;
    }
    PlaceId place = request.replyTo().place();
    Reply link = Reply.of(voice.onPage(opened.url(), opened.endsAt()));
    Delivery delivery =
        outbox.send(Priority.REPLY, Destination.in(place), () -> link, "a" + request.id() + "page");
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      pages.carriedOnlyBy(opened, place, message);
    }
  }

  private synchronized @Nullable Page open(boolean instead) {
    if (!asked) {
      asked = true;
      page = pages.begin(turn, owner(), instead, given).orElse(null);
      if (whole && page != null) {
        page = pages.finish(turn.id(), owner()).orElse(null);
      }
    }
    return page;
  }

  /** Whether the chat shows the link in the place of the text. */
  public boolean instead() {
    Page there = page;
    return there != null && there.instead();
  }

  /** What the chat shows: the first lines and the link, or nothing of the kind. */
  public Optional<Document> inChat(Document said) {
    Page there = page;
    if (there == null && linkFrom > 0 && length(said) > linkFrom) {
      there = open(true);
    }
    if (there == null || !there.instead()) {
      return Optional.empty();
    }
    Document link =
        isWhole() ? voice.whole(there.url(), there.endsAt()) : voice.growingOnPage(there.url());
    return Optional.of(Teaser.of(said, there.title(), link));
  }

  private synchronized boolean isWhole() {
    return whole;
  }

  private static int length(Document said) {
    return PlainText.of(said.withoutReasoning()).length();
  }

  /** There is so much of the answer, in Markdown. */
  void write(String soFar) {
    if (page != null) {
      pages.write(turn.id(), owner(), soFar);
    }
  }

  /** The answer is kept as it will stay: its page, if it has one, is frozen. */
  public synchronized void finish() {
    whole = true;
    if (page != null || request.trace().attempt() > 1) {
      page = pages.finish(turn.id(), owner()).orElse(null);
      asked |= page != null;
    }
  }

  /** These messages show the answer now; the last one has the link. */
  public void shownBy(MessageId last) {
    Page there = page;
    if (there != null && there.instead()) {
      pages.carriedOnlyBy(there, request.replyTo().place(), last);
    }
  }

  private MemberId owner() {
    return request.asker().member();
  }
}
