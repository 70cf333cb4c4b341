package io.switchboard.conversation.oversight;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.export.Copying;
import io.switchboard.conversation.export.Whole;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Conversations of all members, for admins. */
public final class Oversight {
  private final Database database;
  private final InstantSource time;
  private final boolean offered;
  private final Handover handover;

  /**
   * @param offered whether members are offered to let admins read
   */
  public Oversight(Database database, InstantSource time, boolean offered) {
    this.database = database;
    this.time = time;
    this.offered = offered;
    this.handover = new Handover(database, time);
  }

  /** How conversations change hands. */
  public Handover handover() {
    return handover;
  }

  /** Whether members are offered to let admins read. */
  public boolean offered() {
    return offered;
  }

  /** Whether a member lets admins read theirs. */
  public boolean allows(MemberId member) {
    return offered && database.read(h -> OversightTable.allows(h, member));
  }

  /** A member lets admins read, or no longer. */
  public void allow(MemberId member, boolean allowed) {
    Instant now = time.instant();
    database.useTransaction(h -> OversightTable.allow(h, member, allowed, now));
  }

  /**
   * Finds conversations, the last used first.
   *
   * @param owner null for anybody's
   * @param words in the titles of those that may be read, or in what was said there; empty for all
   */
  public List<Overseen> find(@Nullable MemberId owner, String words, int most) {
    return database.read(h -> OversightTable.find(h, owner, words.strip(), offered, most)).stream()
        .map(this::asOffered)
        .toList();
  }

  /** One of them. */
  public Optional<Overseen> of(ConversationId conversation) {
    return database.read(h -> OversightTable.of(h, conversation)).map(this::asOffered);
  }

  private Overseen asOffered(Overseen o) {
    boolean readable = o.readable() && offered;
    // A title is, as a rule, the first words of what was asked.
    return new Overseen(
        o.id(), o.owner(), readable ? o.title() : "", o.turns(), o.usedAt(), readable);
  }

  /**
   * All of it, if it may be read at this moment.
   *
   * @param names what a member is called
   */
  public Optional<Whole> whole(ConversationId conversation, Function<MemberId, String> names) {
    return database.read(
        h ->
            OversightTable.of(h, conversation)
                .map(this::asOffered)
                .filter(Overseen::readable)
                .flatMap(o -> Copying.out(h, conversation, o.owner(), names)));
  }

  /** What was the one member's is the other's; only what both allowed is allowed. */
  public static void merge(Handle h, MemberId from, MemberId to) {
    OversightTable.merge(h, from, to);
  }
}
