package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import io.switchboard.share.Prepared;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import java.util.List;
import java.util.Optional;

/** Presses under a preview: each changes the draft, and the preview is said anew in its place. */
public final class ChangeDraft {
  private final Conversations conversations;
  private final Sharing sharing;
  private final ShowDraft showing;

  public ChangeDraft(Conversations conversations, Sharing sharing, ShowDraft showing) {
    this.conversations = conversations;
    this.sharing = sharing;
    this.showing = showing;
  }

  /**
   * Changes a draft.
   *
   * @param change as a button of {@link DraftButtons} has it
   */
  public List<Effect> change(Visit visit, ShareId draft, String change, MessageId message) {
    int colon = change.indexOf(':');
    String what = colon < 0 ? change : change.substring(0, colon);
    String value = colon < 0 ? "" : change.substring(colon + 1);
    View view = change(visit, draft, what, value);
    return List.of(
        sharing.making().draft(draft, visit.id()) instanceof Prepared.Ready ready
            ? showing.change(visit, message, ready, view)
            : Effect.tell(visit.words().say("desk.not-yours")));
  }

  /** Which buttons are to be shown then. What is not the member's is not changed by the room. */
  private View change(Visit visit, ShareId draft, String what, String value) {
    MemberId owner = visit.id();
    switch (what) {
      case "pick" -> pick(owner, draft, value);
      case "end" -> sharing.making().endAt(draft, owner, Expiry.read(value));
      case "cover" -> sharing.making().cover(draft, owner, value.equals("yes"));
      case "find" -> {
        sharing.making().toggle(draft, owner, value);
        return View.FINDS;
      }
      case "who" -> {
        visibility(value).ifPresent(seen -> sharing.own().show(draft, owner, seen));
        return View.WHO;
      }
      case "sign" -> {
        sharing.own().sign(draft, owner, value.equals("yes"));
        return View.WHO;
      }
      case "opens" -> {
        sharing.own().opens(draft, owner, value.isEmpty() ? null : Integer.valueOf(value));
        return View.WHO;
      }
      case "view" -> {
        return view(value);
      }
      default -> {
        return View.MAIN;
      }
    }
    return View.MAIN;
  }

  private void pick(MemberId owner, ShareId draft, String value) {
    if (!(sharing.making().draft(draft, owner) instanceof Prepared.Ready ready)) {
      return;
    }
    Optional<TurnId> anchor = Optional.ofNullable(ready.wishes().anchor());
    conversation(owner, ready.wishes().selection())
        .flatMap(
            in ->
                value.equals("one")
                    ? anchor.or(() -> last(owner, in)).map(Selection.One::new)
                    : Selection.read(value, in))
        .ifPresent(selection -> sharing.making().select(draft, owner, selection));
  }

  private Optional<ConversationId> conversation(MemberId owner, Selection selection) {
    return switch (selection) {
      case Selection.One(TurnId turn) -> conversations.conversationOf(turn, owner);
      case Selection.Last last -> Optional.of(last.conversation());
      case Selection.Between between -> Optional.of(between.conversation());
      case Selection.Whole whole -> Optional.of(whole.conversation());
    };
  }

  private Optional<TurnId> last(MemberId owner, ConversationId in) {
    return conversations.path(in, owner).reversed().stream()
        .filter(turn -> !turn.answer().isEmpty())
        .map(Turn::id)
        .findFirst();
  }

  private static Optional<Visibility> visibility(String name) {
    for (Visibility visibility : Visibility.values()) {
      if (visibility.name().equals(name)) {
        return Optional.of(visibility);
      }
    }
    return Optional.empty();
  }

  private static View view(String name) {
    for (View view : View.values()) {
      if (view.name().equals(name)) {
        return view;
      }
    }
    return View.MAIN;
  }
}
