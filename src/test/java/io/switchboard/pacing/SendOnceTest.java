package io.switchboard.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What looking for a message leaves in a chat is taken away, whoever dies meanwhile. */
@Timeout(240)
class SendOnceTest {
  private static final PlaceId PLACE = new PlaceId("toy:1");
  private static final MessageId FOUND = new MessageId("toy:1/7");
  private static final MessageId SIGN = new MessageId("toy:1/8");

  /** What was called and what was kept, in order. */
  private final List<String> done = new ArrayList<>();

  private final Toy toy = new Toy();

  /** Whether it is this process's to send. */
  private boolean ours = true;

  /** Messages of which it is known what they show. */
  private final Set<MessageId> known = new HashSet<>();

  private final class Toy implements Messenger, Recall {
    private Look seen = new Look.Ours(FOUND, SIGN, "7:letters");
    private Delivery answer = new Delivery.Delivered(FOUND);
    private String between = "";
    private Look late = new Look.Nothing("");

    @Override
    public String bookmark(Destination to, Reply reply) {
      return "6:letters";
    }

    @Override
    public Look look(PlaceId place, String bookmark, Wanted wanted) {
      done.add("look behind " + bookmark);
      return bookmark.equals("late") ? late : seen;
    }

    @Override
    public void remember(Destination asked, List<MessageId> shown) {}

    @Override
    public void forget(MessageId sent) {
      done.add("forget " + sent);
    }

    @Override
    public String between(MessageId sign, MessageId sent, String bookmark) {
      return between;
    }

    @Override
    public Delivery send(Destination to, Reply reply, String nonce) {
      done.add("send");
      return answer;
    }

    @Override
    public Delivery delete(MessageId message) {
      done.add("delete " + message);
      return new Delivery.Delivered(message);
    }

    @Override
    public String platform() {
      return "toy";
    }

    @Override
    public List<Document> cut(Document whole) {
      return List.of(whole);
    }

    @Override
    public Delivery edit(MessageId message, Reply reply) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void typing(PlaceId place) {}

    @Override
    public List<Rate> rates(PlaceId place) {
      return List.of();
    }
  }

  private SendOnce.Sent sendAfter(String kept) {
    return send(careful(kept), Priority.FINAL);
  }

  private SendOnce careful(String kept) {
    return new SendOnce(
        new SendOnce.Keeping(
            "test", bookmark -> done.add("keep " + bookmark) && ours, known::contains),
        kept,
        new Outbox(new Messengers(List.of(toy))),
        toy);
  }

  private static SendOnce.Sent send(SendOnce careful, Priority priority) {
    Reply reply = Reply.of(Document.plain("letters"));
    return careful.send(
        priority, new SendOnce.Wanted(Destination.in(PLACE), () -> reply, "n1", Set.of("a")));
  }

  @Test
  void theSignIsKeptBeforeItIsTakenAwayAndGoneBeforeTheMessageIsTold() {
    SendOnce.Sent sent = sendAfter("6:letters");
    assertThat(sent).isEqualTo(new SendOnce.Sent(new Delivery.Delivered(FOUND), true));
    assertThat(done)
        .containsExactly(
            "look behind 6:letters",
            "keep sign toy:1/8 6:letters",
            "delete toy:1/8",
            "keep 6:letters");
  }

  @Test
  void whatIsKnownToBeAnotherIsNotTakenForItHoweverLikeItIs() {
    known.add(FOUND);
    toy.seen = new Recall.Look.Ours(FOUND, SIGN, "");
    SendOnce.Sent sent = sendAfter("6:letters");
    assertThat(sent.found()).isFalse();
    assertThat(done).endsWith("keep 6:letters", "send").contains("delete toy:1/8");
  }

  @Test
  void theNextProcessTakesAwayWhatAnotherLeft() {
    sendAfter("sign toy:1/5 6:letters");
    assertThat(done).startsWith("delete toy:1/5", "look behind 6:letters");
  }

  @Test
  void whereThereIsNothingMoreToLookForItIsSent() {
    toy.seen = new Recall.Look.Another(SIGN, "");
    sendAfter("6:letters");
    assertThat(done)
        .containsExactly(
            "look behind 6:letters",
            "keep sign toy:1/8 ",
            "delete toy:1/8",
            "keep ",
            "keep 6:letters",
            "send");
    done.clear();
    sendAfter("sign toy:1/8 ");
    assertThat(done).containsExactly("delete toy:1/8", "keep 6:letters", "send");
  }

  @Test
  void whatArrivesWhenItHasBeenLookedForIsKeptAndTheSecondTakenAway() {
    toy.seen = new Recall.Look.Another(SIGN, "");
    toy.between = "late";
    MessageId first = new MessageId("toy:1/6");
    toy.late = new Recall.Look.Ours(first, new MessageId("toy:1/9"), "");
    assertThat(sendAfter("6:letters"))
        .isEqualTo(new SendOnce.Sent(new Delivery.Delivered(first), true));
    assertThat(done)
        .endsWith(
            "send",
            "look behind late",
            "keep sign toy:1/9 6:letters",
            "delete toy:1/9",
            "keep 6:letters",
            "delete " + FOUND);
  }

  @Test
  void whatCertainlyWasNotSentIsNotLookedFor() {
    SendOnce careful = careful("");
    toy.answer = new Delivery.Failed("nobody listens there", false);
    send(careful, Priority.GROWING);
    toy.answer = new Delivery.Delivered(FOUND);
    send(careful, Priority.GROWING);
    assertThat(done).containsExactly("keep 6:letters", "send", "keep 6:letters", "send");
  }

  @Test
  void whatMayHaveBeenSentIsLookedFor() {
    SendOnce careful = careful("");
    toy.answer = new Delivery.Failed("no answer", true);
    send(careful, Priority.GROWING);
    send(careful, Priority.GROWING);
    assertThat(done).startsWith("keep 6:letters", "send", "look behind 6:letters");
  }

  @Test
  void whatAnotherProcessHasTakenOverIsNotSent() {
    ours = false;
    assertThat(sendAfter("").delivery()).isInstanceOf(Delivery.Gone.class);
    assertThat(done).containsExactly("keep 6:letters");
  }

  @Test
  void whatWasSentAndCannotBeKeptIsLookedForLater() {
    toy.seen = new Recall.Look.Another(SIGN, "");
    toy.between = "late";
    toy.late = new Recall.Look.Another(SIGN, "");
    SendOnce careful =
        new SendOnce(
            new SendOnce.Keeping(
                "test",
                bookmark -> {
                  if (done.contains("send")) {
                    throw new IllegalStateException("the database is away");
                  }
                  return true;
                },
                known::contains),
            "6:letters",
            new Outbox(new Messengers(List.of(toy))),
            toy);
    assertThatThrownBy(() -> send(careful, Priority.FINAL))
        .isInstanceOf(IllegalStateException.class);
    assertThat(done).endsWith("forget " + FOUND);
  }
}
