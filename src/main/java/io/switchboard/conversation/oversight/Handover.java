package io.switchboard.conversation.oversight;

import io.switchboard.conversation.ConversationId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Conversations that become another member's. */
public final class Handover {
  private final Database database;
  private final InstantSource time;

  public Handover(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * What is offered.
   *
   * @param agreed whether both do
   */
  public record Offer(
      ConversationId conversation, MemberId owner, MemberId to, String title, boolean agreed) {}

  /**
   * Offers it to somebody; an earlier offer is void.
   *
   * @param ownerAgreed whether its owner need not be asked
   */
  public void offer(Overseen what, MemberId to, boolean ownerAgreed) {
    Instant now = time.instant();
    database.useTransaction(h -> OversightTable.offer(h, what, to, ownerAgreed, now));
  }

  /** What is offered to this member, or of theirs. */
  public Optional<Offer> offered(ConversationId conversation, MemberId member) {
    return database.read(h -> OversightTable.offered(h, conversation, member));
  }

  /** One of the two agrees; once both do, it changes hands. Empty if nothing is offered. */
  public Optional<Offer> agree(ConversationId conversation, MemberId member) {
    return database.inTransaction(
        h -> {
          Optional<Offer> offer = OversightTable.agree(h, conversation, member);
          offer.filter(Offer::agreed).ifPresent(o -> OversightTable.move(h, o));
          return offer;
        });
  }

  /** One of the two does not want it. Empty if nothing is offered. */
  public Optional<Offer> refuse(ConversationId conversation, MemberId member) {
    return database.inTransaction(
        h -> {
          Optional<Offer> offer = OversightTable.offered(h, conversation, member);
          offer.ifPresent(o -> OversightTable.withdraw(h, o.conversation()));
          return offer;
        });
  }
}
