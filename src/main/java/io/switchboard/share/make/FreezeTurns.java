package io.switchboard.share.make;

import io.switchboard.chat.PersonId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.markup.Markdown;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.Selection;
import io.switchboard.share.kept.Freeze;
import io.switchboard.share.kept.FrozenText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes what is selected out of a member's conversation, as it may be shown to others. */
final class FreezeTurns {
  private final Conversations conversations;
  private final Members members;

  FreezeTurns(Conversations conversations, Members members) {
    this.conversations = conversations;
    this.members = members;
  }

  /** What is selected; without parts if there is nothing, or it is not the owner's. */
  FrozenText freeze(MemberId owner, Selection selection, Instant now) {
    List<String> platforms = platforms(owner);
    List<FrozenText.Part> parts =
        Freeze.of(
            selected(owner, selection),
            turn -> conversations.variants(turn.id(), owner),
            platforms);
    return new FrozenText(cut(parts, selection), now);
  }

  /** A question whose answer is not there yet. */
  FrozenText question(MemberId owner, Turn turn, Instant now) {
    String question = Freeze.withoutPeople(turn.question(), platforms(owner));
    return new FrozenText(List.of(new FrozenText.Part(question, "", List.of())), now);
  }

  /** An answer as it may be shown to others. */
  String shown(MemberId owner, String answer) {
    return Freeze.withoutPeople(Markdown.withoutReasoning(answer), platforms(owner));
  }

  private static List<FrozenText.Part> cut(List<FrozenText.Part> parts, Selection selection) {
    return switch (selection) {
      case Selection.Last(ConversationId in, int turns) ->
          parts.subList(Math.max(0, parts.size() - Math.max(turns, 0)), parts.size());
      case Selection.Between(ConversationId in, int first, int last) -> {
        int from = Math.min(Math.max(first - 1, 0), parts.size());
        yield parts.subList(from, Math.max(from, Math.min(last, parts.size())));
      }
      case Selection.One one -> parts;
      case Selection.Whole whole -> parts;
    };
  }

  /** The conversation that something is selected of, if it is the owner's. */
  Optional<ConversationId> conversation(MemberId owner, Selection selection) {
    return switch (selection) {
      case Selection.One(var turn) -> conversations.conversationOf(turn, owner);
      case Selection.Last last -> Optional.of(last.conversation());
      case Selection.Between between -> Optional.of(between.conversation());
      case Selection.Whole whole -> Optional.of(whole.conversation());
    };
  }

  /** The conversation's title says what was asked first: only for who shares that too. */
  String title(MemberId owner, Selection selection, FrozenText text) {
    String title =
        selection instanceof Selection.Whole(ConversationId in)
            ? conversations
                .title(in, owner)
                .map(t -> Freeze.withoutPeople(t, platforms(owner)))
                .orElse("")
            : "";
    return title.isBlank() ? text.title() : title;
  }

  private List<String> platforms(MemberId owner) {
    return members.identities(owner).stream().map(PersonId::platform).distinct().toList();
  }

  private List<Turn> selected(MemberId owner, Selection selection) {
    return switch (selection) {
      case Selection.One(var turn) -> conversations.turn(turn, owner).stream().toList();
      case Selection.Last(ConversationId in, int turns) -> conversations.path(in, owner);
      case Selection.Between(ConversationId in, int first, int last) ->
          conversations.path(in, owner);
      case Selection.Whole(ConversationId in) -> conversations.path(in, owner);
    };
  }
}
