package io.switchboard.member.session;

import io.switchboard.chat.Person;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.code.Codes;
import io.switchboard.member.code.WrongTries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Signs browsers in without a password: a browser asks and shows a code; the member sends the code
 * to the bot, which answers in private with a link that works once, and only in that browser. A
 * member may also begin in the chat; then the link works in the first browser that says so.
 */
public final class SignIn {
  /** How long a browser may ask, and a link is good for. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final int LONGEST_BACK = 300;
  private static final int LONGEST_BROWSER = 100;

  private final Database database;
  private final InstantSource time;
  private final WrongTries tries;

  public SignIn(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
    this.tries = new WrongTries(time);
  }

  /**
   * A browser that asks.
   *
   * @param cookie by which it is known; kept nowhere else
   * @param code that it shows
   */
  public record Asking(String cookie, String code) {}

  /**
   * A browser asks.
   *
   * @param back the path that it came from, on this server
   */
  public Asking ask(String back) {
    Asking asking = new Asking(Secrets.random(), Codes.random());
    Instant now = time.instant();
    database.useTransaction(
        h -> {
          h.createUpdate("delete from login_ask where ends_at <= :now").bind("now", now).execute();
          h.createUpdate(
                  "insert into login_ask (browser_hash, code_hash, back, ends_at) values (:browser,"
                      + " :code, :back, :ends)")
              .bind("browser", Secrets.hash(asking.cookie()))
              .bind("code", Codes.hash(asking.code()))
              .bind("back", back.length() > LONGEST_BACK ? "/login" : back)
              .bind("ends", now.plus(GOOD_FOR))
              .execute();
        });
    return asking;
  }

  /** What became of a member's wish to sign in. */
  public sealed interface Offer {
    /** A link that works once; the token of it is kept nowhere. */
    record Link(String token) implements Offer {}

    /** There is no browser that shows such a code now. */
    record Wrong() implements Offer {}

    /** Too many wrong codes; none is looked at for a while. */
    record TooMany() implements Offer {}
  }

  /** For a member who begins in the chat, with this account. */
  public String offer(MemberId member, Person account) {
    return database.inTransaction(h -> link(h, member, LetIn.of(account), null));
  }

  /** For a member who sends the code that a browser shows. */
  public Offer offer(MemberId member, Person account, String code) {
    if (!tries.mayTry(account.id())) {
      return new Offer.TooMany();
    }
    Optional<String> token =
        Codes.looksRight(code)
            ? database.inTransaction(
                h -> browserOf(h, Codes.hash(code)).map(b -> link(h, member, LetIn.of(account), b)))
            : Optional.empty();
    if (token.isEmpty()) {
      tries.wrong(account.id());
    }
    return token.<Offer>map(Offer.Link::new).orElseGet(Offer.Wrong::new);
  }

  private Optional<String> browserOf(Handle h, String code) {
    return h.createQuery(
            "select browser_hash from login_ask where code_hash = :code and ends_at > :now")
        .bind("code", code)
        .bind("now", time.instant())
        .mapTo(String.class)
        .findOne();
  }

  private String link(Handle h, MemberId member, LetIn account, @Nullable String browser) {
    String token = Secrets.random();
    Instant now = time.instant();
    h.createUpdate("delete from login_link where ends_at <= :now or member_id = :member")
        .bind("now", now)
        .bind("member", member.value())
        .execute();
    h.createUpdate(
            "insert into login_link (token_hash, member_id, browser_hash, ends_at, person, roles)"
                + " values (:hash, :member, :browser, :ends, :person, :roles)")
        .bind("hash", Secrets.hash(token))
        .bind("member", member.value())
        .bind("browser", browser)
        .bind("ends", now.plus(GOOD_FOR))
        .bind("person", account.account().value())
        .bind("roles", account.written())
        .execute();
    return token;
  }

  /** What a link is, for the browser that opens it. */
  public sealed interface Door {
    /**
     * It signs this member in here.
     *
     * @param asked whether it was made for this very browser; if not, it must be asked for
     */
    record Open(MemberId member, boolean asked) implements Door {}

    /** It was made for another browser. */
    record Elsewhere() implements Door {}

    /** There is no such link, or it is over or was used. */
    record Gone() implements Door {}
  }

  /**
   * Looks at a link without using it.
   *
   * @param cookie by which the browser is known; empty if it is not
   */
  public Door look(String token, Optional<String> cookie) {
    return database
        .read(h -> find(h, token))
        .map(link -> link.door(cookie.map(Secrets::hash)))
        .orElseGet(Door.Gone::new);
  }

  private record Link(MemberId member, @Nullable String browser, @Nullable LetIn account) {
    Door door(Optional<String> asking) {
      if (browser == null) {
        return new Door.Open(member, false);
      }
      return asking.filter(browser::equals).isPresent()
          ? new Door.Open(member, true)
          : new Door.Elsewhere();
    }
  }

  private Optional<Link> find(Handle h, String token) {
    return h.createQuery(
            "select member_id, browser_hash, person, roles from login_link where token_hash = :hash"
                + " and ends_at > :now")
        .bind("hash", Secrets.hash(token))
        .bind("now", time.instant())
        .map((rs, c) -> link(rs))
        .findOne();
  }

  private static Link link(ResultSet row) throws SQLException {
    String person = row.getString("person");
    return new Link(
        new MemberId(row.getLong("member_id")),
        row.getString("browser_hash"),
        person == null ? null : LetIn.read(person, row.getString("roles")));
  }

  /**
   * Somebody who is signed in now.
   *
   * @param secret of the session, for a cookie; kept nowhere else
   * @param back the path that their browser came from
   */
  public record In(String secret, String back) {}

  /**
   * Uses a link in a browser.
   *
   * @param name the browser as it calls itself
   * @return empty if it does not work here, or no more
   */
  public Optional<In> enter(String token, Optional<String> cookie, String name) {
    Instant now = time.instant();
    String browser = name.length() > LONGEST_BROWSER ? name.substring(0, LONGEST_BROWSER) : name;
    return database.inTransaction(
        h -> {
          Optional<Link> link = find(h, token);
          if (link.isEmpty()
              || !(link.get().door(cookie.map(Secrets::hash)) instanceof Door.Open)
              || used(h, token)) {
            return Optional.<In>empty();
          }
          String back = cookie.flatMap(c -> back(h, c)).orElse("/login");
          cookie.ifPresent(c -> forget(h, c));
          return Optional.of(
              new In(
                  Sessions.begin(h, link.get().member(), link.get().account(), browser, now),
                  back));
        });
  }

  /** Takes the link away; true if somebody else was faster. */
  private static boolean used(Handle h, String token) {
    return h.createUpdate("delete from login_link where token_hash = :hash")
            .bind("hash", Secrets.hash(token))
            .execute()
        == 0;
  }

  private Optional<String> back(Handle h, String cookie) {
    return h.createQuery("select back from login_ask where browser_hash = :hash and ends_at > :now")
        .bind("hash", Secrets.hash(cookie))
        .bind("now", time.instant())
        .mapTo(String.class)
        .findOne();
  }

  private static void forget(Handle h, String cookie) {
    h.createUpdate("delete from login_ask where browser_hash = :hash")
        .bind("hash", Secrets.hash(cookie))
        .execute();
  }
}
