package io.switchboard.share;

import io.switchboard.chat.PersonId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Titles;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.kept.Freeze;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.secrets.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an owner does with a share's text: freezes it, covers parts, names it, drops it. */
final class Drafts {
  private static final Duration PREVIEW = Duration.ofHours(1);

  private final Database database;
  private final InstantSource time;
  private final Conversations conversations;
  private final Members members;

  Drafts(Database database, InstantSource time, Conversations conversations) {
    this.database = database;
    this.time = time;
    this.conversations = conversations;
    this.members = new Members(database, time);
  }

  /** Freezes what is selected. Nothing of it goes out yet. */
  Prepared prepare(MemberId owner, Selection selection) {
    Optional<ConversationId> conversation = conversationOf(owner, selection);
    List<String> platforms =
        members.identities(owner).stream().map(PersonId::platform).distinct().toList();
    List<FrozenText.Part> parts = Freeze.of(selected(owner, selection), platforms);
    if (selection instanceof Selection.Last last) {
      parts = parts.subList(Math.max(0, parts.size() - Math.max(last.turns(), 0)), parts.size());
    }
    if (conversation.isEmpty() || parts.isEmpty()) {
      return new Prepared.Nothing();
    }
    FrozenText text = new FrozenText(parts, now());
    // The conversation's title says what was asked first: only for who shares that too.
    String title =
        selection instanceof Selection.Whole
            ? conversations
                .title(conversation.get(), owner)
                .map(t -> Freeze.withoutPeople(t, platforms))
                .orElse("")
            : "";
    LinkToken preview = LinkToken.random();
    ShareTable.Draft draft =
        new ShareTable.Draft(
            owner.value(),
            conversation.get().value(),
            title.isBlank() ? text.title() : title,
            preview.hash(),
            now().plus(PREVIEW));
    long id = database.inTransaction(h -> ShareTable.insert(h, draft, text));
    return new Prepared.Ready(
        new ShareId(id),
        draft.title(),
        parts.size(),
        preview.path(),
        Findings.in(text.strings().toList()));
  }

  private Optional<ConversationId> conversationOf(MemberId owner, Selection selection) {
    return switch (selection) {
      case Selection.One one -> conversations.conversationOf(one.turn(), owner);
      case Selection.Last last -> Optional.of(last.conversation());
      case Selection.Whole whole -> Optional.of(whole.conversation());
    };
  }

  private List<Turn> selected(MemberId owner, Selection selection) {
    return switch (selection) {
      case Selection.One one -> conversations.turn(one.turn(), owner).stream().toList();
      case Selection.Last last -> conversations.path(last.conversation(), owner);
      case Selection.Whole whole -> conversations.path(whole.conversation(), owner);
    };
  }

  /** Covers in a prepared share what was found in it; false if it is no draft of this member. */
  boolean mask(ShareId share, MemberId owner) {
    return change(
        share,
        owner,
        (h, row) -> {
          if (row.state() != ShareRow.State.DRAFT) {
            return false;
          }
          int revision = row.shown().revision();
          return ShareTable.text(h, row.id(), revision)
              .map(
                  text -> {
                    FrozenText masked = text.map(Findings::mask);
                    ShareTable.rewrite(h, row.id(), revision, masked);
                    // An automatic title may hold the first half of a key, which has no shape.
                    String title = row.shown().title();
                    boolean automatic = title.equals(text.title());
                    ShareTable.rename(
                        h,
                        row.id(),
                        automatic ? masked.title() : Titles.clean(Findings.mask(title)));
                    return true;
                  })
              .orElse(false);
        });
  }

  /** A draft or a live share; a blank title gives back the automatic one. */
  boolean rename(ShareId share, MemberId owner, String title) {
    return change(
        share,
        owner,
        (h, row) -> {
          if (row.state() != ShareRow.State.DRAFT && !row.live(now())) {
            return false;
          }
          String clean = Titles.clean(title);
          String given =
              clean.isEmpty()
                  ? ShareTable.text(h, row.id(), row.shown().revision())
                      .map(FrozenText::title)
                      .orElse("…")
                  : clean;
          ShareTable.rename(h, row.id(), given);
          return true;
        });
  }

  /** Throws a prepared share away. */
  boolean discard(ShareId share, MemberId owner) {
    return change(
        share,
        owner,
        (h, row) -> {
          boolean draft = row.state() == ShareRow.State.DRAFT;
          if (draft) {
            ShareTable.delete(h, row.id());
          }
          return draft;
        });
  }

  /** What is done with a share that is held and is its owner's. */
  interface Step<T> {
    T on(Handle h, ShareRow row);
  }

  /** Holds a share of this member and does something with it; empty if there is none. */
  <T> Optional<T> own(ShareId share, MemberId owner, Step<T> step) {
    return database.inTransaction(
        h ->
            ShareTable.lock(h, share.value())
                .filter(row -> row.owner() == owner.value())
                .map(row -> step.on(h, row)));
  }

  /** {@link #own}; false if there is none. */
  boolean change(ShareId share, MemberId owner, Step<Boolean> step) {
    return own(share, owner, step).orElse(false);
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
