package io.switchboard.command.oversight;

import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.Whom;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Someone;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /revoke [@member]} and {@code /revoke 12 [reason]}: links of members, and ends them.
 *
 * <p>A title is shown where everybody with the link can read it, or its owner lets admins read;
 * never an address, by which an admin could read what they may not.
 */
final class EndLinks {
  private static final int MOST = 5;
  private static final int LAST_PAGE = 400;
  private static final long EVERYBODY = 0;
  private static final Pattern ONE = Pattern.compile("#?(\\d{1,18})(?:\\s+(.{1,300}))?");

  private final Rooms rooms;
  private final Theirs theirs;

  EndLinks(Rooms rooms, Theirs theirs) {
    this.rooms = rooms;
    this.theirs = theirs;
  }

  /** For the command. */
  List<Effect> command(Visit visit, String written) {
    Words words = visit.words();
    Matcher one = ONE.matcher(written);
    if (one.matches()) {
      String reason = Optional.ofNullable(one.group(2)).orElse("").strip();
      return end(visit, new ShareId(Long.parseLong(one.group(1))), reason);
    }
    if (written.isEmpty()) {
      return first(words, EVERYBODY);
    }
    if (written.contains(" ")) {
      return List.of(Effect.tell(words.say("meant.revoke", Someone.of(rooms).beside(visit))));
    }
    return theirs
        .named(visit, written)
        .map(m -> first(words, m.id().value()))
        .orElseGet(
            () ->
                List.of(
                    Effect.tell(
                        words.say("revoke.nobody", written, Someone.of(rooms).beside(visit)))));
  }

  private List<Effect> first(Words words, long owner) {
    return List.of(new Effect.Say(page(words, owner, 0), message -> List.of()));
  }

  /**
   * Some of the links that are live.
   *
   * @param owner whose; 0 for everybody's
   * @param page from 0; one that is not there any more is the last one
   */
  Reply page(Words words, long owner, int page) {
    LookAtAll.Filter filter =
        owner == EVERYBODY
            ? LookAtAll.Filter.LIVE
            : new LookAtAll.Filter(new MemberId(owner), null, AnyShare.State.LIVE);
    int wanted = Math.clamp(page, 0, LAST_PAGE);
    List<AnyShare> found =
        rooms
            .outside()
            .sharing()
            .overseeing()
            .page(filter, Long.MAX_VALUE, (wanted + 1) * MOST + 1);
    if (found.isEmpty()) {
      return Reply.of(words.say("revoke.none")).onlyForAsker();
    }
    int at = Math.min(wanted, (found.size() - 1) / MOST);
    List<AnyShare> shown = found.stream().skip((long) at * MOST).limit(MOST).toList();
    boolean more = found.size() > (at + 1) * MOST;
    Document others =
        more && at == 0 && owner == EVERYBODY ? words.say("revoke.more") : new Document(List.of());
    List<List<Button>> rows = new ArrayList<>();
    rows.add(ends(words, shown));
    rows.add(turns(owner, at, more));
    return Reply.of(
            Words.all(
                words.say("revoke.head"),
                Words.list(shown.stream().map(share -> line(words, share)).toList()),
                others,
                words.say("revoke.how")))
        .with(rows.stream().filter(row -> !row.isEmpty()).toList())
        .onlyForAsker();
  }

  private static List<Button> turns(long owner, int page, boolean more) {
    List<Button> turns = new ArrayList<>();
    if (page > 0) {
      turns.add(new OversightAction.Links(owner, page - 1).button("◀"));
    }
    if (more && page < LAST_PAGE) {
      turns.add(new OversightAction.Links(owner, page + 1).button("▶"));
    }
    return turns;
  }

  private static List<Button> ends(Words words, List<AnyShare> shown) {
    return shown.stream()
        .<Button>map(
            share ->
                new OversightAction.EndLink(share.id().value(), false)
                    .button(words.label("revoke.end", "#" + share.id())))
        .toList();
  }

  private Document line(Words words, AnyShare share) {
    return words.say(
        "revoke.line",
        new Inline.Code("#" + share.id()),
        title(words, share),
        theirs.name(share.owner()),
        words.label("revoke.who." + share.readers().visibility().name().toLowerCase(Locale.ROOT)),
        share.views());
  }

  private String title(Words words, AnyShare share) {
    return share.titled(rooms.oversight()::allows) ? share.title() : words.label("revoke.closed");
  }

  /** For the buttons. */
  List<Effect> press(Visit visit, ShareId id, boolean sure, MessageId message) {
    if (sure) {
      return end(visit, id, "");
    }
    Words words = visit.words();
    return live(id)
        .<List<Effect>>map(
            share ->
                List.of(
                    Effect.tell(
                        words.say("revoke.sure", title(words, share), theirs.name(share.owner())),
                        List.of(
                            List.of(
                                new OversightAction.EndLink(id.value(), true)
                                    .button(words.label("revoke.yes")))))))
        .orElseGet(() -> List.of(Effect.tell(words.say("revoke.unknown", "#" + id))));
  }

  private Optional<AnyShare> live(ShareId id) {
    return rooms.outside().sharing().overseeing().live(id);
  }

  private List<Effect> end(Visit visit, ShareId id, String reason) {
    Words words = visit.words();
    Optional<AnyShare> found = live(id);
    if (found.isEmpty()) {
      return List.of(Effect.tell(words.say("revoke.unknown", "#" + id)));
    }
    AnyShare share = found.get();
    MemberId owner = share.owner();
    Optional<Member> member = rooms.members().find(owner);
    Whom whom = new Whom(theirs.name(owner), rooms.members().identities(owner), member);
    Outcome outcome = rooms.acts().carryOut(visit.doer(), new MemberAct.EndLink(whom, id, reason));
    Document said =
        outcome instanceof Outcome.NotFound
            ? words.say("revoke.unknown", "#" + id)
            : SayOutcome.of(
                words,
                whom.name(),
                outcome,
                done -> words.say("revoke.done", title(words, share), whom.name()));
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.tell(said));
    if (outcome instanceof Outcome.Done && !owner.equals(visit.id())) {
      Words owners = theirs.words(visit, owner);
      effects.add(
          theirs.tell(
              owner,
              Reply.of(
                  reason.isEmpty()
                      ? owners.say("revoke.told", share.title())
                      : owners.say("revoke.told.why", share.title(), reason))));
    }
    return effects;
  }
}
