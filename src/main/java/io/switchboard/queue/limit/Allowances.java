package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.rule.What;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What members may make beside asking questions: links, pictures, spoken words. Whoever makes
 * something asks here first, by a name of its own choice ({@code share:17}, {@code
 * image:discord:event/5}): what is taken under the same name twice is counted once, so that a
 * second delivery of the same wish, or a second try after a crash, costs nothing.
 */
public final class Allowances {
  private final Database database;
  private final Limits limits;

  public Allowances(Database database, Limits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Takes so much of each, or nothing.
   *
   * @param name of what is made, up to 200 characters
   * @param amounts of what is counted, each at least 0
   * @return the limit that refuses it, the one that is back last; empty if it was taken, now or
   *     before
   */
  public Optional<LimitReached> take(String name, Asker asker, Map<What, Long> amounts) {
    limits.prepare(asker);
    return database.inTransaction(
        h -> {
          limits.lock(h, asker);
          if (limits.taken(h, name)) {
            return Optional.empty();
          }
          MemberId member = Members.now(h, asker.member());
          Terms terms = limits.terms(h, new Asker(member, asker.roles(), asker.place()));
          Optional<LimitReached> refused = terms.refusal(h, amounts);
          if (refused.isEmpty()) {
            terms.take(h, name, amounts);
          }
          return refused;
        });
  }

  /** It took nothing: it was not made after all, or does not count. */
  public void giveBack(String name) {
    database.useTransaction(h -> limits.giveBack(h, name));
  }

  /**
   * So much of what is bounded at any time and not counted ({@link What#ATTACHMENTS}, {@link
   * What#LINKS} …); null for any amount.
   */
  public @Nullable Integer most(Asker asker, What what) {
    return database.read(h -> limits.terms(h, asker)).most(what);
  }

  /** Whether they may use this one. */
  public boolean mayUse(Asker asker, String model) {
    return database.read(h -> limits.terms(h, asker)).mayUse(model);
  }
}
