package io.switchboard.command.community;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.CommunityCommand;
import io.switchboard.community.Community;
import io.switchboard.community.post.Mark;
import io.switchboard.markup.Inline;
import io.switchboard.member.access.Role;
import io.switchboard.share.ShareId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /community}: how it stands and what is posted, for moderators; where, whether at all, and
 * whether the staff looks first, for admins. Alone, with buttons for all of it.
 */
final class RunCommunity {
  private static final Set<String> FOR_ADMINS =
      Set.of("on", "off", "add", "add-here", "remove", "drop", "approval");

  /** What is decided about what waits. */
  private static final Set<String> FOR_WAITING = Set.of("approve", "decline");

  private final Community community;
  private final Acts acts;
  private final ListPosts posts;
  private final JudgePosts judging;
  private final ShowCommunity showing;

  RunCommunity(Community community, Rooms.Records records, ListPosts posts, JudgePosts judging) {
    this.community = community;
    this.acts = records.acts();
    this.posts = posts;
    this.judging = judging;
    this.showing = new ShowCommunity(community);
  }

  /** For {@code /community} and what stands behind it. */
  List<Effect> command(Visit visit, CommunityCommand.Manage wanted) {
    String verb = wanted.verb();
    Optional<List<Effect>> refused = refuse(visit, verb);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (verb) {
      case "", "status" -> List.of(new Effect.Say(showing.status(visit), message -> List.of()));
      case "on", "off" -> {
        enable(visit, verb.equals("on"));
        yield List.of(new Effect.Say(showing.status(visit), message -> List.of()));
      }
      case "approval" -> approval(visit, wanted.which());
      case "channels" -> List.of(new Effect.Say(showing.channels(visit), message -> List.of()));
      case "add" -> add(visit, wanted.which());
      case "remove" ->
          wanted.which().isEmpty()
              ? List.of(say(showing.channels(visit)))
              : drop(visit, wanted.which());
      case "list" -> List.of(say(posts.page(visit.words(), false, 0)));
      case "waiting" -> List.of(say(posts.page(visit.words(), true, 0)));
      default ->
          wanted.which().isEmpty()
              ? List.of(say(posts.page(visit.words(), FOR_WAITING.contains(verb), 0)))
              : number(wanted.which())
                  .map(id -> post(visit, verb, id, wanted.more()))
                  .orElseGet(() -> meant(visit));
    };
  }

  private Optional<List<Effect>> refuse(Visit visit, String verb) {
    Role least = FOR_ADMINS.contains(verb) ? Role.ADMIN : Role.MODERATOR;
    return judging.refuse(visit, least, verb);
  }

  private static Effect say(Reply reply) {
    return new Effect.Say(reply, message -> List.of());
  }

  private static List<Effect> meant(Visit visit) {
    return List.of(Effect.tell(visit.words().say("meant.community")));
  }

  private static Optional<ShareId> number(String which) {
    String digits = which.startsWith("#") ? which.substring(1) : which;
    return digits.matches("\\d{1,18}")
        ? Optional.of(new ShareId(Long.parseLong(digits)))
        : Optional.empty();
  }

  private List<Effect> post(Visit visit, String verb, ShareId share, String more) {
    return switch (verb) {
      case "show" ->
          List.of(
              posts
                  .one(visit.words(), share, false)
                  .<Effect>map(RunCommunity::say)
                  .orElseGet(() -> Effect.tell(visit.words().say("community.post.gone"))));
      case "withdraw" -> judging.remove(visit, share, more);
      // A page says what was looked at there, so that nothing else is approved.
      case "approve" ->
          judging.decide(visit, share, Optional.of(more).filter(Mark::looksLike), true, "");
      case "decline" -> judging.decide(visit, share, Optional.empty(), false, more);
      case "keep" -> judging.keep(visit, share);
      default -> meant(visit);
    };
  }

  /** For a button of what is said here. */
  List<Effect> press(Visit visit, String what, MessageId message) {
    int colon = what.indexOf(':');
    String verb = colon < 0 ? what : what.substring(0, colon);
    String which = colon < 0 ? "" : what.substring(colon + 1);
    Optional<List<Effect>> refused = refuse(visit, verb);
    if (refused.isPresent()) {
      return refused.get();
    }
    Words words = visit.words();
    return switch (verb) {
      case "on", "off" -> {
        enable(visit, verb.equals("on"));
        yield List.of(new Effect.Change(message, showing.status(visit)));
      }
      case "approval" -> {
        approve(visit, which.equals("on"));
        yield List.of(new Effect.Change(message, showing.status(visit)));
      }
      case "status" -> List.of(new Effect.Change(message, showing.status(visit)));
      case "channels" -> List.of(new Effect.Change(message, showing.channels(visit)));
      case "add-here" ->
          ShowCommunity.here(visit.place()).map(c -> add(visit, c)).orElseGet(() -> meant(visit));
      case "drop" -> {
        dropAt(visit, which);
        yield List.of(new Effect.Change(message, showing.channels(visit)));
      }
      case "list", "waiting" ->
          List.of(
              new Effect.Change(message, posts.page(words, verb.equals("waiting"), page(which))));
      default -> {
        int slash = which.indexOf('/');
        // A button that does not say what was looked at is as old as can be.
        String seen = slash < 0 ? "" : which.substring(slash + 1);
        yield number(slash < 0 ? which : which.substring(0, slash))
            .map(id -> press(visit, verb, id, seen, message))
            .orElseGet(() -> meant(visit));
      }
    };
  }

  private List<Effect> press(
      Visit visit, String verb, ShareId share, String seen, MessageId message) {
    return switch (verb) {
      case "post", "take" ->
          List.of(
              posts
                  .one(visit.words(), share, verb.equals("take"))
                  .<Effect>map(reply -> new Effect.Change(message, reply))
                  .orElseGet(() -> Effect.tell(visit.words().say("community.post.gone"))));
      case "take-sure" -> judging.remove(visit, share, "");
      case "approve" -> judging.decide(visit, share, Optional.of(seen), true, "");
      case "decline" -> judging.decide(visit, share, Optional.of(seen), false, "");
      default -> meant(visit);
    };
  }

  private static int page(String which) {
    return which.matches("\\d{1,6}") ? Integer.parseInt(which) : 0;
  }

  private void enable(Visit visit, boolean on) {
    var _ = acts.carryOut(visit.doer(), new SwitchAct.EnableCommunity(on));
  }

  private List<Effect> approval(Visit visit, String which) {
    if (which.isEmpty()) {
      return List.of(say(showing.status(visit)));
    }
    if (!which.equals("on") && !which.equals("off")) {
      return meant(visit);
    }
    approve(visit, which.equals("on"));
    return List.of(say(showing.status(visit)));
  }

  private void approve(Visit visit, boolean on) {
    var _ = acts.carryOut(visit.doer(), new SwitchAct.ApproveFirst(on));
  }

  private List<Effect> add(Visit visit, String words) {
    Optional<String> wanted =
        words.isEmpty() || words.equals("here")
            ? ShowCommunity.here(visit.place())
            : Optional.of(words);
    if (wanted.isEmpty()) {
      return List.of(Effect.ask(visit, visit.words().say("communities.which"), "community add"));
    }
    return List.of(
        new Effect.Later(
            () -> {
              Optional<String> channel = community.channels().named(wanted.get());
              if (channel.isEmpty()) {
                Inline named = new Inline.Code(wanted.get());
                return List.of(Effect.tell(visit.words().say("communities.no-channel", named)));
              }
              open(visit, channel.get(), true);
              return List.of(say(showing.channels(visit)));
            }));
  }

  private List<Effect> drop(Visit visit, String words) {
    List<String> channels = community.switches().channels();
    String wanted = words.equals("here") ? ShowCommunity.here(visit.place()).orElse("") : words;
    Optional<String> channel =
        channels.stream().filter(c -> c.equals(wanted) || same(c, wanted)).findFirst();
    if (channel.isEmpty()) {
      Inline named = new Inline.Code(wanted.isEmpty() ? "…" : wanted);
      return List.of(Effect.tell(visit.words().say("communities.not-one", named)));
    }
    open(visit, channel.get(), false);
    return List.of(say(showing.channels(visit)));
  }

  /** A forum that was mentioned as a channel is one of them, too. */
  private static boolean same(String channel, String wanted) {
    return channel.replace("-forum:", "-channel:").equals(wanted);
  }

  private void open(Visit visit, String channel, boolean open) {
    var _ = acts.carryOut(visit.doer(), new SwitchAct.OpenChannel(channel, open));
  }

  private void dropAt(Visit visit, String hash) {
    community.switches().channels().stream()
        .filter(channel -> ShowCommunity.hash(channel).equals(hash))
        .findFirst()
        .ifPresent(channel -> open(visit, channel, false));
  }
}
