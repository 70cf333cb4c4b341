package io.switchboard.share.read;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.SharedCopy.By;
import io.switchboard.share.Visibility;
import io.switchboard.share.kept.AnswerPageTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.kept.ShareTable.Found;
import io.switchboard.share.kept.ViewCounts;
import io.switchboard.share.link.LinkToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides who gets what of a link. The only place that does. */
public final class OpenShares {
  private final Database database;
  private final InstantSource time;
  private final ViewCounts views;
  private final Function<ShareRow, Optional<SharedCopy>> previews;
  private final Gates gates;

  /**
   * @param previews what the preview of a draft shows
   */
  public OpenShares(
      Database database,
      InstantSource time,
      ViewCounts views,
      Function<ShareRow, Optional<SharedCopy>> previews,
      Gates gates) {
    this.database = database;
    this.time = time;
    this.views = views;
    this.previews = previews;
    this.gates = gates;
  }

  /**
   * What this link gives to this reader now. Counts a view where the page is shown, unless it is a
   * preview or a private address, or still grows.
   *
   * @param token of the link, or of a private address that stands for it
   */
  public Opened open(String token, Reader reader) {
    Instant now = time.instant();
    Optional<Found> found = find(token, now);
    Opened opened = decide(found, reader, now);
    if (opened instanceof Opened.Page(SharedCopy copy)
        && !copy.sight().grows()
        && (copy.sight().by() == By.LINK || copy.sight().by() == By.MEMBER)) {
      views.count(copy.sight().share().value(), now);
    }
    return opened;
  }

  private Optional<Found> find(String token, Instant now) {
    String hash = new LinkToken(token).hash();
    return database.read(h -> ShareTable.byHash(h, hash, now));
  }

  private Opened decide(Optional<Found> found, Reader reader, Instant now) {
    if (found.isPresent()) {
      ShareRow row = found.get().row();
      switch (found.get().via()) {
        case PREVIEW -> {
          if (row.previewed(now)) {
            return previews.apply(row).<Opened>map(Opened.Page::new).orElse(NOTHING);
          }
        }
        case PASS -> {
          if (row.live(now)) {
            int pass = found.get().revision();
            return page(row, pass == 0 ? row.shown().revision() : pass, By.PASS);
          }
        }
        case LINK -> {
          if (row.live(now) && row.shown().visibility().open()) {
            return behindGate(row, By.LINK);
          }
        }
      }
    }
    // From here on everything takes the same steps, whether there is such a share or not.
    Optional<MemberId> member = reader.member();
    return found
        .filter(f -> f.via() == ShareTable.Via.LINK && f.row().live(now))
        .flatMap(f -> member.map(m -> asMember(f.row(), m)))
        .orElse(NOTHING);
  }

  private static final Opened NOTHING = new Opened.Nothing();

  private Opened asMember(ShareRow row, MemberId member) {
    if (row.owner() == member.value()) {
      return page(row, row.shown().revision(), By.MEMBER);
    }
    return row.shown().visibility() == Visibility.MEMBERS ? behindGate(row, By.MEMBER) : NOTHING;
  }

  private Opened behindGate(ShareRow row, By by) {
    ShareRow.Gate gate = row.gate();
    if (!gate.stands()) {
      return page(row, row.shown().revision(), by);
    }
    Integer left = gate.opensLeft();
    return left != null && left <= 0
        ? NOTHING
        : new Opened.Gate(gate.password() != null, left != null);
  }

  private Opened page(ShareRow row, int revision, By by) {
    return database
        .read(h -> Copies.of(h, row, revision, by))
        .<Opened>map(Opened.Page::new)
        .orElse(NOTHING);
  }

  /**
   * Passes the gate of a link, if one stands there: uses up one opening, and gives a private
   * address. May take a moment.
   */
  public Entered enter(String token, Reader reader, Typed typed) {
    Instant now = time.instant();
    Optional<Found> found = find(token, now);
    return switch (decide(found, reader, now)) {
      case Opened.Page ignored -> new Entered.In(new LinkToken(token).path());
      case Opened.Nothing ignored -> new Entered.Nothing();
      case Opened.Gate ignored ->
          found.map(f -> gates.pass(f.row(), typed, now)).orElseGet(Entered.Nothing::new);
    };
  }

  /**
   * What a link shows, for a member who wants to go on with it; uses up one opening where they are
   * counted. Previews are for looking only.
   */
  public Taken take(String token, MemberId member, String password) {
    Reader reader = () -> Optional.of(member);
    return switch (open(token, reader)) {
      case Opened.Page(SharedCopy copy) ->
          copy.draft() ? new Taken.Nothing() : new Taken.Copy(copy);
      case Opened.Nothing ignored -> new Taken.Nothing();
      case Opened.Gate gate ->
          gate.password() && password.isEmpty()
              ? new Taken.PasswordNeeded()
              : takeBehindGate(
                  enter(token, reader, new Typed(password, "member " + member)), reader);
    };
  }

  private Taken takeBehindGate(Entered entered, Reader reader) {
    return switch (entered) {
      case Entered.Wrong ignored -> new Taken.Wrong();
      case Entered.TooMany ignored -> new Taken.TooMany();
      case Entered.Nothing ignored -> new Taken.Nothing();
      case Entered.In(String path) ->
          LinkToken.in(path).map(token -> open(token.value(), reader)).orElse(NOTHING)
                  instanceof Opened.Page(SharedCopy copy)
              ? new Taken.Copy(copy)
              : new Taken.Nothing();
    };
  }

  /**
   * A share that everybody with the link may read at once, as it stands now.
   *
   * @param version grows with every change of what is shown
   * @param endsAt null if it never ends
   */
  public record Open(ShareId share, long version, @Nullable Instant endsAt) {
    /** The one that a copy shows. */
    public static Open of(SharedCopy copy) {
      return new Open(copy.sight().share(), copy.sight().version(), copy.endsAt());
    }
  }

  /** What everybody with this link sees now, if it is open to all at once; counts no view. */
  public Optional<SharedCopy> peek(String token) {
    Instant now = time.instant();
    Optional<Found> found = find(token, now).filter(f -> f.via() == ShareTable.Via.LINK);
    return decide(found, Reader.ANYBODY, now) instanceof Opened.Page(SharedCopy copy)
        ? Optional.of(copy)
        : Optional.empty();
  }

  /**
   * Whether this link is open to all now, and in which version, at the price of one small question;
   * for whoever keeps pages. Counts no view, see {@link #seen}.
   */
  public Optional<Open> open(String token) {
    Instant now = time.instant();
    return find(token, now)
        .filter(f -> f.via() == ShareTable.Via.LINK)
        .map(Found::row)
        .filter(row -> row.live(now) && row.shown().visibility().open() && !row.gate().stands())
        .map(row -> new Open(new ShareId(row.id()), row.shown().version(), row.endsAt()));
  }

  /**
   * An answer as far as it is written.
   *
   * @param answer in Markdown
   * @param version counts its changes
   */
  public record Grown(String answer, long version) {}

  /**
   * What there is of the answer of a share, for a reader who was let in when it had that version;
   * empty once it is whole, has ended, or other readers are let in. Counts no view.
   */
  public Optional<Grown> grown(ShareId share, long version) {
    Instant now = time.instant();
    return database.read(
        h ->
            ShareTable.find(h, share.value())
                .filter(row -> row.live(now) && row.shown().version() == version)
                .flatMap(row -> AnswerPageTable.grown(h, row.id()))
                .map(grown -> new Grown(grown.content(), grown.version())));
  }

  /** A page that was kept was shown once more. */
  public void seen(ShareId share) {
    views.count(share.value(), time.instant());
  }

  /** The live share that a link names, by its address or token; empty if it is none. */
  public Optional<ShareId> named(String link) {
    Instant now = time.instant();
    return LinkToken.in(link)
        .flatMap(token -> find(token.value(), now))
        .filter(f -> f.via() == ShareTable.Via.LINK && f.row().live(now))
        .map(f -> new ShareId(f.row().id()));
  }
}
