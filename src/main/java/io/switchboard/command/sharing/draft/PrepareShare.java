package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Inline;
import io.switchboard.share.Prepared;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.own.OwnShares;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Freezes what is to be shared and shows it to its owner, who decides. Nothing goes out yet. */
public final class PrepareShare {
  private final Conversations conversations;
  private final Sharing sharing;
  private final ShowDraft showing;
  private final Function<Visit, ZoneId> zones;

  /**
   * @param zones in which people write times
   */
  public PrepareShare(
      Conversations conversations,
      Sharing sharing,
      ShowDraft showing,
      Function<Visit, ZoneId> zones) {
    this.zones = zones;
    this.conversations = conversations;
    this.sharing = sharing;
    this.showing = showing;
  }

  /**
   * For {@code /share}.
   *
   * @param shownBy the message whose answer is meant; null for the last one
   */
  public List<Effect> prepare(Visit visit, String arguments, @Nullable MessageId shownBy) {
    ShareWish wish = ShareWish.parse(arguments, visit.origin().at(), zones.apply(visit));
    Optional<Turn> turn =
        shownBy == null ? last(visit) : conversations.shownBy(shownBy, visit.id());
    if (turn.isEmpty()) {
      String why = shownBy == null ? "share.nothing" : "share.not-an-answer";
      return List.of(Effect.tell(visit.words().say(why)));
    }
    return List.of(prepare(visit, turn.get().id(), wish));
  }

  /** For the button under an answer. */
  public List<Effect> prepare(Visit visit, TurnId turn) {
    return List.of(prepare(visit, turn, ShareWish.PLAIN));
  }

  /** What a live share was made of, as it is now, to become its next revision. */
  public List<Effect> update(Visit visit, ShareId live) {
    return List.of(
        switch (sharing.making().update(live, visit.id())) {
          case Prepared.Nothing nothing -> Effect.tell(visit.words().say("desk.not-yours"));
          case Prepared.Ready ready -> showing.say(visit, ready);
        });
  }

  private Effect prepare(Visit visit, TurnId turn, ShareWish wish) {
    Optional<ConversationId> conversation = conversations.conversationOf(turn, visit.id());
    if (conversation.isEmpty()) {
      return Effect.tell(visit.words().say("desk.not-yours"));
    }
    ShareSettings allowed = sharing.settings();
    Expiry end = wish.end();
    if (end != null && !allowed.allow(end, visit.origin().at())) {
      return Effect.tell(visit.words().say("share.too-long", allowed.maxExpiry()));
    }
    Integer opens = wish.opens();
    if (opens != null && (opens < 1 || opens > OwnShares.MOST_OPENS)) {
      return Effect.tell(
          visit
              .words()
              .say(
                  "share.opens.bounds",
                  OwnShares.MOST_OPENS,
                  new Inline.Command("/share 5 views")));
    }
    if (wish.pick() instanceof ShareWish.Pick.Between(int first, int last)) {
      int there = answers(visit, conversation.get());
      if (first < 1 || last < first || first > there) {
        return Effect.tell(visit.words().say("share.range", there));
      }
    }
    Selection selection = selection(wish.pick(), turn, conversation.get());
    return switch (sharing.making().prepare(visit.id(), selection, Optional.of(turn))) {
      case Prepared.Nothing nothing -> Effect.tell(visit.words().say("share.nothing"));
      case Prepared.Ready ready -> showing.say(visit, wished(visit, ready, wish));
    };
  }

  private int answers(Visit visit, ConversationId in) {
    return (int)
        conversations.path(in, visit.id()).stream()
            .filter(turn -> !turn.answer().isEmpty())
            .count();
  }

  private static Selection selection(ShareWish.Pick pick, TurnId turn, ConversationId in) {
    return switch (pick) {
      case ShareWish.Pick.Answer ignored -> new Selection.One(turn);
      case ShareWish.Pick.Last(int turns) -> new Selection.Last(in, turns);
      case ShareWish.Pick.Between(int first, int last) -> new Selection.Between(in, first, last);
      case ShareWish.Pick.All ignored -> new Selection.Whole(in);
    };
  }

  /** The draft as it is once it knows what was wished. */
  private Prepared.Ready wished(Visit visit, Prepared.Ready ready, ShareWish wish) {
    ShareId draft = ready.id();
    Expiry end = wish.end();
    if (end != null) {
      sharing.making().endAt(draft, visit.id(), end);
    }
    Visibility visibility = wish.visibility();
    if (visibility != null) {
      sharing.own().show(draft, visit.id(), visibility);
    }
    if (wish.opens() != null) {
      sharing.own().opens(draft, visit.id(), wish.opens());
    }
    if (wish.named()) {
      sharing.own().sign(draft, visit.id(), true);
    }
    if (!wish.title().isBlank()) {
      sharing.own().rename(draft, visit.id(), wish.title());
    }
    return sharing.making().draft(draft, visit.id()) instanceof Prepared.Ready now ? now : ready;
  }

  private Optional<Turn> last(Visit visit) {
    ConversationId here = conversations.current(visit.id(), visit.place());
    return conversations.path(here, visit.id()).reversed().stream()
        .filter(turn -> !turn.answer().isEmpty())
        .findFirst();
  }
}
