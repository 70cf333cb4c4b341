package io.switchboard.telegram.send;

import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.render.Structure;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which forms a document is tried in, and how much of one fits a message. Whether the server knows
 * rich messages is learnt from the first, and remembered over restarts; a server that knew none is
 * asked again after a week, and by another version of the program.
 */
public final class Forms {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  /** For so long after a long rich message was refused, parts are cut to fit plainer ones. */
  private static final Duration NARROW = Duration.ofMinutes(10);

  /** What a refusal speaks of that a plainer form would not meet. */
  private static final List<String> OF_THE_FORM =
      List.of("rich_", "parse", "entit", "too long", "too_long", "too_many");

  private enum RichMessages {
    UNTRIED,
    KNOWN,
    UNKNOWN
  }

  private static final Duration ASK_AGAIN = Duration.ofDays(7);

  /** So many refusals in a row that may mean that there are no rich messages do mean it. */
  private static final int ENOUGH = 3;

  private final Memory memory;
  private final InstantSource clock;
  private volatile RichMessages richMessages = RichMessages.UNTRIED;
  private volatile Instant learntAt = Instant.MIN;
  private volatile Instant narrowUntil = Instant.MIN;
  private volatile boolean remembered;
  private volatile boolean timesKnown = true;
  private final AtomicInteger doubtful = new AtomicInteger();

  /** With what was learnt before. */
  public Forms(Memory memory, InstantSource clock) {
    this.memory = memory;
    this.clock = clock;
  }

  private RichMessages richMessages() {
    if (!remembered) {
      remember();
    }
    if (richMessages == RichMessages.UNKNOWN
        && Duration.between(learntAt, clock.instant()).compareTo(ASK_AGAIN) >= 0) {
      richMessages = RichMessages.UNTRIED;
    }
    return richMessages;
  }

  private synchronized void remember() {
    if (!remembered) {
      memory
          .richMessages()
          .ifPresent(
              known -> {
                learntAt = known.at();
                richMessages = known.rich() ? RichMessages.KNOWN : RichMessages.UNKNOWN;
              });
      remembered = true;
    }
  }

  private void learn(RichMessages now) {
    if (richMessages != now) {
      learntAt = clock.instant();
      richMessages = now;
      memory.learnt(now == RichMessages.KNOWN);
    }
  }

  /** The parts of which each fits one message, in the form that is sure to be taken now. */
  public List<Document> cut(Document whole) {
    return richMessages() == RichMessages.KNOWN && clock.instant().isAfter(narrowUntil)
        ? Cut.into(whole, TelegramRich::fullness, 1_000)
        : Cut.into(whole, part -> TelegramHtml.of(part).fullness(), TelegramHtml.LONGEST);
  }

  /** What fits one message: all of it, or at least what has no links that cannot be buttons. */
  Document fitting(Document body, Document withLinks) {
    return body.equals(withLinks) || cut(withLinks).size() == 1 ? withLinks : body;
  }

  /** The forms in the order in which they are tried. */
  List<Form> of(Document body) {
    List<Form> forms = new ArrayList<>();
    TelegramHtml.Rendered tagged = TelegramHtml.of(body);
    boolean fits = tagged.length() <= TelegramHtml.LONGEST;
    if (richMessages() != RichMessages.UNKNOWN && (!tagged.fits() || Structure.in(body))) {
      forms.add(new Form.Rich(TelegramRich.html(body)));
    }
    if (fits && timesKnown) {
      forms.add(new Form.Tagged(tagged.html()));
    }
    String withoutTimes = fits ? TelegramHtml.of(body, false).html() : "";
    if (fits && !(timesKnown && withoutTimes.equals(tagged.html()))) {
      forms.add(new Form.Tagged(withoutTimes));
    }
    forms.add(Form.plain(body));
    return forms;
  }

  /**
   * Whether it was refused for its form, so that a plainer one may be taken. A server that knows no
   * rich messages has no such method, and in an edit sees a text that is missing.
   */
  boolean refusedAsSuch(Form form, Answer.Refused refusal) {
    return switch (form) {
      case Form.Rich rich when refusal.unknownMethod() || refusal.says("message text is empty") -> {
        if (meansIt(refusal)) {
          log.info("This Telegram server knows no rich messages; plainer ones are sent.");
          learn(RichMessages.UNKNOWN);
        }
        yield true;
      }
      case Form.Rich rich
          when refusal.code() != 400 || OF_THE_FORM.stream().noneMatch(refusal::says) ->
          false;
      case Form.Rich rich -> {
        // The plainer form shows less of so much text, or of so many formats.
        if (rich.html().length() > TelegramHtml.LONGEST / 2) {
          narrowUntil = clock.instant().plus(NARROW);
        }
        yield true;
      }
      case Form.Tagged tagged when refusal.says("tg-time") -> {
        timesKnown = false;
        yield true;
      }
      case Form.Tagged tagged ->
          refusal.code() == 400
              && (refusal.says("can't parse") || refusal.says("message is too long"));
      case Form.Plain plain -> false;
    };
  }

  /** A stray refusal proves nothing, as from something between here and the server. */
  private boolean meansIt(Answer.Refused refusal) {
    if (refusal.says("message text is empty")) {
      return richMessages == RichMessages.UNTRIED;
    }
    return refusal.saysUnknownMethod() || doubtful.incrementAndGet() >= ENOUGH;
  }

  /** Learns from a message that was taken. */
  void taken(Form form) {
    if (form instanceof Form.Rich) {
      doubtful.set(0);
    }
    if (form instanceof Form.Rich && richMessages == RichMessages.UNTRIED) {
      learn(RichMessages.KNOWN);
    }
  }
}
