package io.switchboard.command.talk;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.Conversations;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A member's conversations: another one, the list, and what its buttons do. */
public final class Talks {
  /** As many as have room for two buttons each under one message. */
  private static final int LISTED = 5;

  private static final int LONGEST_LABEL = 40;

  private final Conversations conversations;
  private final RoomForOneMore room;

  public Talks(Conversations conversations, RoomForOneMore room) {
    this.conversations = conversations;
    this.room = room;
  }

  /** Why this member cannot begin another conversation, if so. */
  Optional<Document> full(Visit visit) {
    return room.refusal(visit);
  }

  /** Leaves the present conversation at that place and starts another; a blank title is none. */
  void startNew(Visit visit, Place place, String title) {
    ConversationId made = conversations.startNew(visit.id(), place);
    if (!title.isBlank()) {
      boolean ignored = conversations.rename(made, visit.id(), title);
    }
  }

  /** The last used ones, with buttons. */
  public List<Effect> list(Visit visit) {
    List<ConversationSummary> all = conversations.list(visit.id());
    Words words = visit.words();
    if (all.isEmpty()) {
      return List.of(Effect.tell(words.say("conversation.none")));
    }
    List<ConversationSummary> shown = all.stream().limit(LISTED).toList();
    ConversationId here = conversations.current(visit.id(), visit.place());
    List<Document> lines = new ArrayList<>();
    List<List<Button>> buttons = new ArrayList<>();
    for (ConversationSummary c : shown) {
      String key = c.id().equals(here) ? "conversation.line.here" : "conversation.line";
      Inline used = new Inline.Moment(c.usedAt(), Inline.Moment.Style.RELATIVE);
      lines.add(words.say(key, c.title(), c.turns(), used));
      long id = c.id().value();
      buttons.add(
          List.of(
              new ConversationAction.Switch(id)
                  .button(words.label("conversation.switch", shortened(c.title()))),
              new ConversationAction.Delete(id, false).button(words.label("conversation.delete"))));
    }
    Document text =
        Words.all(
            words.say("conversation.list", all.size()),
            Words.list(lines),
            words.say("conversation.rename.how"));
    return List.of(Effect.tell(text, buttons));
  }

  /** Gives the present one another title. */
  public List<Effect> rename(Visit visit, String title) {
    ConversationId here = conversations.current(visit.id(), visit.place());
    boolean renamed = conversations.rename(here, visit.id(), title);
    return List.of(
        Effect.tell(
            renamed
                ? visit.words().say("conversation.renamed", title)
                : visit.words().say("conversation.rename.how")));
  }

  /** Goes on with that one here. */
  public List<Effect> goOn(Visit visit, ConversationId conversation, MessageId list) {
    if (!conversations.select(conversation, visit.id(), visit.place())) {
      return List.of(Effect.tell(visit.words().say("desk.not-yours")));
    }
    return List.of(
        Effect.change(
            list, visit.words().say("conversation.switched", title(visit, conversation))));
  }

  /** Asks whether to delete it; once that is sure, does it. */
  public List<Effect> delete(
      Visit visit, ConversationId conversation, boolean sure, MessageId list) {
    Words words = visit.words();
    Optional<ConversationSummary> known =
        conversations.list(visit.id()).stream()
            .filter(c -> c.id().equals(conversation))
            .findFirst();
    if (known.isEmpty()) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    String title = known.get().title();
    if (!sure) {
      Button yes =
          new ConversationAction.Delete(conversation.value(), true)
              .button(words.label("conversation.delete.yes"));
      return List.of(
          Effect.tell(
              words.say("conversation.delete.sure", title, known.get().turns()),
              List.of(List.of(yes))));
    }
    conversations.delete(conversation, visit.id());
    return List.of(Effect.change(list, words.say("conversation.deleted", title)));
  }

  private String title(Visit visit, ConversationId conversation) {
    return conversations
        .title(conversation, visit.id())
        .orElseGet(() -> visit.words().label("conversation.untitled"));
  }

  private static String shortened(String title) {
    if (title.codePointCount(0, title.length()) <= LONGEST_LABEL) {
      return title;
    }
    return title.substring(0, title.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }
}
