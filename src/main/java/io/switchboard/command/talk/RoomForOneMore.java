package io.switchboard.command.talk;

import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.Conversations;
import io.switchboard.markup.Document;
import io.switchboard.queue.OfMember;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a member may have another conversation. One counts from its first question on, also while
 * that waits; those that were only opened do not.
 */
public final class RoomForOneMore {
  private final Conversations conversations;
  private final RequestQueue queue;
  private final Limits limits;

  public RoomForOneMore(Conversations conversations, RequestQueue queue, Limits limits) {
    this.conversations = conversations;
    this.queue = queue;
    this.limits = limits;
  }

  /** Limits in words. */
  LimitWords words() {
    return new LimitWords(limits.prices().currency());
  }

  /** What to say if there is no room for another; empty if there is. */
  public Optional<Document> refusal(Visit visit) {
    return refusal(visit, new ConversationId(0));
  }

  /** What to say if a question in this conversation would make one too many. */
  Optional<Document> refusal(Visit visit, ConversationId asked) {
    Limits.Most most = limits.conversations(visit.asker());
    Integer allowed = most.number();
    if (allowed == null) {
      return Optional.empty();
    }
    OfMember theirs = queue.of(visit.id());
    Set<String> lanes = new HashSet<>(theirs.lanes());
    conversations.list(visit.id()).stream()
        .filter(ConversationSummary::own)
        .map(ConversationSummary::id)
        .map(RoomForOneMore::lane)
        .forEach(lanes::add);
    boolean goesOn = lanes.contains(lane(asked));
    String place = most.place();
    if (place != null) {
      lanes.retainAll(theirs.lanes(place));
    }
    return goesOn || lanes.size() < allowed
        ? Optional.empty()
        : Optional.of(
            visit
                .words()
                .say(
                    place == null ? "conversation.too-many" : "conversation.too-many.here",
                    lanes.size(),
                    allowed));
  }

  /** The lane in which a conversation's questions wait for each other. */
  static String lane(ConversationId conversation) {
    return "conversation:" + conversation;
  }
}
