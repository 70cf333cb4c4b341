package io.switchboard.share.kept;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of shares before their link is out, and how they become live. */
public final class DraftTable {
  private DraftTable() {}

  /**
   * What a draft starts with.
   *
   * @param selection in its short form
   * @param anchor the turn at which its owner began
   */
  public record Draft(
      long owner, long conversation, String selection, @Nullable Long anchor, String title) {}

  /**
   * What its owner wishes that no page shows.
   *
   * @param anchor the turn at which its owner began
   * @param end in its short form
   * @param covered which finds are covered, in its short form
   * @param updates the live share that it is to be a revision of
   */
  public record Wish(
      long conversation,
      String selection,
      @Nullable Long anchor,
      String end,
      String covered,
      @Nullable Long updates) {}

  /** Adds a draft with its first revision; public unless its owner says otherwise. */
  public static long insert(Handle h, Draft draft, FrozenText text) {
    long id =
        h.createUpdate(
                "insert into share (owner_id, conversation_id, selection, anchor_turn_id, state,"
                    + " visibility, title, revision, created_at, views, told, text_deleted) values"
                    + " (:owner, :conversation, :selection, :anchor, 'DRAFT', 'PUBLIC', :title, 1,"
                    + " :now, 0, false, false)")
            .bind("owner", draft.owner())
            .bind("conversation", draft.conversation())
            .bind("selection", draft.selection())
            .bind("anchor", draft.anchor())
            .bind("title", draft.title())
            .bind("now", text.frozenAt())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    RevisionTable.add(h, id, 1, text);
    return id;
  }

  /** Keeps the address of its preview, and until when it works. */
  public static void preview(Handle h, long share, String hash, String sealed, Instant until) {
    h.createUpdate(
            "update share set preview_hash = :hash, token_sealed = :sealed, preview_until = :until"
                + " where id = :id")
        .bind("hash", hash)
        .bind("sealed", sealed)
        .bind("until", until)
        .bind("id", share)
        .execute();
  }

  /** Keeps what of the conversation is in it. */
  public static void select(Handle h, long share, String selection) {
    h.createUpdate("update share set selection = :selection where id = :id")
        .bind("selection", selection)
        .bind("id", share)
        .execute();
  }

  /** What its owner wishes. */
  public static Optional<Wish> wish(Handle h, long share) {
    return h.createQuery(
            "select conversation_id, selection, anchor_turn_id, wished_end, covered, updates_id"
                + " from share where id = :id")
        .bind("id", share)
        .map(
            (rs, c) ->
                new Wish(
                    rs.getLong("conversation_id"),
                    rs.getString("selection"),
                    rs.getObject("anchor_turn_id", Long.class),
                    rs.getString("wished_end"),
                    rs.getString("covered"),
                    rs.getObject("updates_id", Long.class)))
        .findOne();
  }

  /** Keeps the end that its owner wishes. */
  public static void wishEnd(Handle h, long share, String end) {
    h.createUpdate("update share set wished_end = :end where id = :id")
        .bind("end", end)
        .bind("id", share)
        .execute();
  }

  /** Keeps which finds are covered. */
  public static void cover(Handle h, long share, String covered) {
    h.createUpdate("update share set covered = :covered where id = :id")
        .bind("covered", covered)
        .bind("id", share)
        .execute();
  }

  /** Says what it is to be the next revision of; it takes over how that one is shown. */
  public static void updates(Handle h, long draft, long live) {
    h.createUpdate(
            "update share set updates_id = :live, title = (select l.title from share l where l.id ="
                + " :live), visibility = (select l.visibility from share l where l.id = :live),"
                + " shown_name = (select l.shown_name from share l where l.id = :live), covered ="
                + " (select l.covered from share l where l.id = :live) where id = :draft")
        .bind("live", live)
        .bind("draft", draft)
        .execute();
  }

  /** What a share gets when it is published. */
  public record Publication(String hash, String sealed, Instant at, @Nullable Instant endsAt) {}

  /** Makes a draft live. */
  public static void publish(Handle h, long share, Publication publication) {
    h.createUpdate(
            "update share set state = 'LIVE', token_hash = :hash, token_sealed = :sealed,"
                + " published_at = :at, ends_at = :ends, preview_hash = null, preview_until = null,"
                + " version = version + 1 where id = :id")
        .bind("hash", publication.hash())
        .bind("sealed", publication.sealed())
        .bind("at", publication.at())
        .bind("ends", publication.endsAt())
        .bind("id", share)
        .execute();
  }

  /** Gives a live share its next revision and what the draft of it says. */
  public static void revise(Handle h, ShareRow live, ShareRow draft, Wish wish) {
    h.createUpdate(
            "update share set revision = :revision, title = :title, shown_name = :name, visibility"
                + " = :visibility, selection = :selection, covered = :covered, version = version +"
                + " 1 where id = :id")
        .bind("revision", live.shown().revision() + 1)
        .bind("title", draft.shown().title())
        .bind("name", draft.shown().name())
        .bind("visibility", draft.shown().visibility().name())
        .bind("selection", wish.selection())
        .bind("covered", wish.covered())
        .bind("id", live.id())
        .execute();
  }

  /** Takes the row away. */
  public static void delete(Handle h, long share) {
    h.createUpdate("delete from share where id = :id").bind("id", share).execute();
  }
}
