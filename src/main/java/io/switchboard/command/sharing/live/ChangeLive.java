package io.switchboard.command.sharing.live;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.command.sharing.draft.PrepareShare;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Inline;
import io.switchboard.member.MemberId;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.expiry.ReadExpiry;
import io.switchboard.share.own.OwnShares;
import io.switchboard.share.read.Passwords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Changes a live share, by button or by command. What is not the member's is not found. */
public final class ChangeLive {
  private static final int SHORTEST_PASSWORD = 4;

  private final Sharing sharing;
  private final Links links;
  private final ShowLive showing;
  private final PrepareShare preparing;
  private final Function<Visit, ZoneId> zones;
  private final AskMore asking;

  /**
   * @param zones in which people write times
   */
  public ChangeLive(
      Sharing sharing,
      Links links,
      ShowLive showing,
      PrepareShare preparing,
      Function<Visit, ZoneId> zones) {
    this.zones = zones;
    this.asking = new AskMore(sharing);
    this.sharing = sharing;
    this.links = links;
    this.showing = showing;
    this.preparing = preparing;
  }

  /** For a button of {@link ShowLive}, or one of a reminder. */
  public List<Effect> press(Visit visit, ShareId share, String change, MessageId message) {
    int colon = change.indexOf(':');
    String what = colon < 0 ? change : change.substring(0, colon);
    String value = colon < 0 ? "" : change.substring(colon + 1);
    return switch (what) {
      case "view" -> showing.say(visit, share);
      case "more" ->
          extended(visit, Extending.by(sharing, visit, share, value))
              .orElseGet(() -> showing.change(visit, share, message));
      case "who" -> {
        show(visit.id(), share, value);
        yield showing.change(visit, share, message);
      }
      case "sign" -> {
        sharing.own().sign(share, visit.id(), value.equals("yes"));
        yield showing.change(visit, share, message);
      }
      case "update" -> preparing.update(visit, share);
      case "look" -> look(visit, share, false);
      case "before" -> look(visit, share, true);
      default -> List.of(Effect.tell(visit.words().say("desk.unknown-button")));
    };
  }

  /** What to say if it was not extended. */
  private static Optional<List<Effect>> extended(Visit visit, Published published) {
    Words words = visit.words();
    return switch (published) {
      case Published.TooLong(var allowed) ->
          Optional.of(List.of(Effect.tell(words.say("share.too-long", allowed))));
      case Published.Past past -> Optional.of(List.of(Effect.tell(words.say("share.past"))));
      default -> Optional.empty();
    };
  }

  /** For {@code /shares} with words behind it. */
  public List<Effect> command(Visit visit, String arguments) {
    Optional<SharesWish> read = SharesWish.parse(arguments);
    if (read.isPresent() && read.get().what().equals("revoke")) {
      return revoke(visit, read.get());
    }
    return read.flatMap(
            wish ->
                wish.share() > 0
                    ? command(visit, wish)
                    : asking.which().whichTo(visit, wish.what()))
        .orElseGet(() -> List.of(Effect.tell(visit.words().say("meant.shares"))));
  }

  private List<Effect> revoke(Visit visit, SharesWish wish) {
    return wish.share() > 0
        ? revoke(visit, new ShareId(wish.share()), "share.not-found")
        : List.of(
            Effect.tell(visit.words().say("share.revoked.all", sharing.revokeAll(visit.id()))));
  }

  /** The link ends now; the messages that carry it are edited. */
  public List<Effect> revoke(Visit visit, ShareId share) {
    return revoke(visit, share, "desk.not-yours");
  }

  private List<Effect> revoke(Visit visit, ShareId share, String otherwise) {
    boolean revoked = sharing.revoke(share, visit.id());
    return List.of(Effect.tell(visit.words().say(revoked ? "share.revoked" : otherwise)));
  }

  private Optional<List<Effect>> command(Visit visit, SharesWish wish) {
    ShareId share = new ShareId(wish.share());
    MemberId owner = visit.id();
    switch (wish.what()) {
      case "view" -> {}
      case "rename" -> {
        if (wish.more().isEmpty()) {
          return Optional.of(asking.words(visit, share, "share.ask.title", "rename"));
        }
        sharing.own().rename(share, owner, wish.more());
      }
      case "named", "anonymous" -> sharing.own().sign(share, owner, wish.what().equals("named"));
      case "private", "members", "public", "history" ->
          show(owner, share, wish.what().toUpperCase(Locale.ROOT));
      case "once" -> opens(owner, share, Optional.of(1));
      case "views" -> {
        if (wish.more().isEmpty()) {
          return Optional.of(asking.opens(visit, share));
        }
        Optional<Optional<Integer>> opens = number(wish.more());
        if (opens.isEmpty()) {
          Inline example = new Inline.Command("/shares views " + share + " 10");
          return Optional.of(
              List.of(
                  Effect.tell(
                      visit.words().say("share.opens.bounds", OwnShares.MOST_OPENS, example))));
        }
        opens(owner, share, opens.get());
      }
      case "password" -> {
        return Optional.of(password(visit, share, wish.more()));
      }
      case "extend" -> {
        if (wish.more().isEmpty()) {
          return Optional.of(asking.words(visit, share, "share.ask.expiry", "extend"));
        }
        Optional<Expiry> end = ReadExpiry.of(wish.more(), visit.origin().at(), zones.apply(visit));
        if (end.isEmpty()) {
          return Optional.empty();
        }
        Optional<List<Effect>> refused = extended(visit, sharing.extend(share, owner, end.get()));
        if (refused.isPresent()) {
          return refused;
        }
      }
      case "update" -> {
        return Optional.of(preparing.update(visit, share));
      }
      case "look" -> {
        return Optional.of(look(visit, share, false));
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(showing.say(visit, share));
  }

  private void show(MemberId owner, ShareId share, String visibility) {
    for (Visibility wanted : Visibility.values()) {
      if (wanted.name().equals(visibility) && sharing.own().show(share, owner, wanted)) {
        return;
      }
    }
  }

  private void opens(MemberId owner, ShareId share, Optional<Integer> opens) {
    var _ = sharing.own().opens(share, owner, opens.orElse(null));
  }

  /** A number of openings, or any; empty if it is none that can be. */
  private static Optional<Optional<Integer>> number(String text) {
    if (text.toLowerCase(Locale.ROOT).equals(AskMore.ANY)) {
      return Optional.of(Optional.empty());
    }
    return text.matches("\\d{1,6}")
            && Integer.parseInt(text) >= 1
            && Integer.parseInt(text) <= OwnShares.MOST_OPENS
        ? Optional.of(Optional.of(Integer.valueOf(text)))
        : Optional.empty();
  }

  private List<Effect> password(Visit visit, ShareId share, String password) {
    Words words = visit.words();
    boolean none = password.toLowerCase(Locale.ROOT).equals(AskMore.NONE);
    if (!none && visit.place().kind() != Place.Kind.PRIVATE) {
      return List.of(Effect.tell(words.say("share.password.private")));
    }
    if (password.isEmpty()) {
      return asking.password(visit, share, SHORTEST_PASSWORD);
    }
    if (!none && (password.length() < SHORTEST_PASSWORD || password.length() > Passwords.LONGEST)) {
      return List.of(
          Effect.tell(words.say("share.password.length", SHORTEST_PASSWORD, Passwords.LONGEST)));
    }
    return List.of(
        new Effect.Later(
            () -> {
              Optional<String> kept = none ? Optional.empty() : Optional.of(password);
              var _ = sharing.own().lock(share, visit.id(), kept);
              return showing.say(visit, share);
            }));
  }

  private List<Effect> look(Visit visit, ShareId share, boolean before) {
    Words words = visit.words();
    return List.of(
        Effect.tell(
            sharing
                .looking()
                .peek(share, visit.id(), before)
                .map(path -> words.say("share.peek", links.to(path)))
                .orElseGet(() -> words.say("desk.not-yours"))));
  }
}
