package io.switchboard.command.mine;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
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

/** A member's conversations, a page at a time, and going on with one of them. */
final class ListTalks {
  /** As many as have room for a row of buttons each, with a row left to turn the page. */
  private static final int A_PAGE = 4;

  private static final int LONGEST_LABEL = 40;

  private final Conversations conversations;

  ListTalks(Conversations conversations) {
    this.conversations = conversations;
  }

  /** The first page of all, or of those in which these words were said. */
  List<Effect> list(Visit visit, String words) {
    Reply page = page(visit, new ConversationAction.Page(0, words));
    return List.of(new Effect.Say(page, sent -> List.of()));
  }

  /** Another page, where one was. */
  List<Effect> turn(Visit visit, ConversationAction.Page wanted, MessageId list) {
    return List.of(new Effect.Change(list, page(visit, wanted)));
  }

  private Reply page(Visit visit, ConversationAction.Page wanted) {
    Words words = visit.words();
    List<ConversationSummary> all = conversations.list(visit.id(), wanted.words());
    if (all.isEmpty()) {
      return Reply.of(
              wanted.words().isEmpty()
                  ? words.say("conversation.none")
                  : words.say("conversation.search.none", wanted.words()))
          .onlyForAsker();
    }
    int pages = Math.ceilDiv(all.size(), A_PAGE);
    int page = Math.min(wanted.page(), pages - 1);
    ConversationId here = conversations.current(visit.id(), visit.place());
    List<Document> lines = new ArrayList<>();
    List<List<Button>> buttons = new ArrayList<>();
    for (ConversationSummary c : all.stream().skip((long) page * A_PAGE).limit(A_PAGE).toList()) {
      lines.add(line(words, c, c.id().equals(here)));
      buttons.add(row(words, c));
    }
    if (pages > 1) {
      buttons.add(pager(page, pages, wanted.words()));
    }
    Document head =
        wanted.words().isEmpty()
            ? words.say("conversation.list", all.size())
            : words.say("conversation.search.found", all.size(), wanted.words());
    return Reply.of(Words.all(head, Words.list(lines), words.say("conversation.list.how")))
        .with(buttons)
        .onlyForAsker();
  }

  private static Document line(Words words, ConversationSummary c, boolean here) {
    Inline used = new Inline.Moment(c.usedAt(), Inline.Moment.Style.RELATIVE);
    String key =
        here
            ? "conversation.line.here"
            : c.shared() ? "conversation.line.shared" : "conversation.line";
    return words.say(key, c.title(), c.turns(), used);
  }

  /** Deleting takes it from everybody: only whoever began it may. */
  private static List<Button> row(Words words, ConversationSummary c) {
    long id = c.id().value();
    List<Button> row = new ArrayList<>();
    row.add(
        new ConversationAction.Switch(id)
            .button(words.label("conversation.switch", shortened(c.title()))));
    row.add(new ConversationAction.Rename(id).button(words.label("conversation.rename")));
    if (c.own()) {
      row.add(new ConversationAction.Delete(id, false).button(words.label("conversation.delete")));
    }
    return row;
  }

  private static List<Button> pager(int page, int pages, String words) {
    List<Button> pager = new ArrayList<>();
    if (page > 0) {
      pager.add(new ConversationAction.Page(page - 1, words).button("◀ " + page + "/" + pages));
    }
    if (page < pages - 1) {
      pager.add(
          new ConversationAction.Page(page + 1, words).button((page + 2) + "/" + pages + " ▶"));
    }
    return pager;
  }

  /** Goes on with that one here. */
  List<Effect> goOn(Visit visit, ConversationId conversation, MessageId list) {
    Words words = visit.words();
    if (!conversations.select(conversation, visit.id(), visit.place())) {
      boolean theirs =
          conversations.list(visit.id()).stream().anyMatch(c -> c.id().equals(conversation));
      return List.of(Effect.tell(words.say(theirs ? "conversation.not-here" : "desk.not-yours")));
    }
    String title =
        conversations
            .title(conversation, visit.id())
            .orElseGet(() -> words.label("conversation.untitled"));
    return List.of(Effect.change(list, words.say("conversation.switched", title)));
  }

  private static String shortened(String title) {
    if (title.codePointCount(0, title.length()) <= LONGEST_LABEL) {
      return title;
    }
    return title.substring(0, title.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }
}
