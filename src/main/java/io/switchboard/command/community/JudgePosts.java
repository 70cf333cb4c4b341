package io.switchboard.command.community;

import io.switchboard.act.Acts;
import io.switchboard.audit.Audit;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.event.Form;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.approve.ApprovalCard;
import io.switchboard.community.approve.Decided;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.report.Answered;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Role;
import io.switchboard.share.ShareId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the staff decides about posts, by the buttons of their cards and by command. */
final class JudgePosts {
  private static final int LONGEST_REASON = 500;

  private final Community community;
  private final Members members;
  private final Audit audit;
  private final Acts acts;

  JudgePosts(Community community, Members members, Rooms.Records records) {
    this.community = community;
    this.members = members;
    this.audit = records.audit();
    this.acts = records.acts();
  }

  /** What to say to whoever is not of the staff, which is written down. */
  Optional<List<Effect>> refuse(Visit visit, Role least, String what) {
    if (visit.role().atLeast(least)) {
      return Optional.empty();
    }
    audit.refused(visit.id(), "/community " + what);
    return Optional.of(List.of(Effect.tell(visit.words().say("community.staff.only"))));
  }

  /** A press on a card about a share that waits. */
  List<Effect> judge(Visit visit, ShareId share, String mark, String verdict, MessageId message) {
    Optional<List<Effect>> refused = refuse(visit, Role.MODERATOR, verdict);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (verdict) {
      case "no" -> ask(visit, share, mark, message);
      case "back" -> back(share, message);
      case "yes" -> decide(visit, share, Optional.of(mark), true, "");
      case "plain" -> decide(visit, share, Optional.of(mark), false, "");
      default ->
          ApprovalCard.REASONS.contains(verdict)
              ? decide(visit, share, Optional.of(mark), false, "@" + verdict)
              : List.of(Effect.tell(visit.words().say("desk.unknown-button")));
    };
  }

  /** What one of the staff is asked for who declines in words of their own. */
  Optional<Form> form(Visit visit, ShareId share) {
    return visit.role().atLeast(Role.MODERATOR) && waits(share)
        ? Optional.of(
            new Form(
                visit.words().label("community.form.title"),
                visit.words().label("community.form.reason"),
                LONGEST_REASON))
        : Optional.empty();
  }

  private boolean waits(ShareId share) {
    return community.item(share).filter(item -> item.state() == State.WAITING).isPresent();
  }

  /** The same with what they wrote; where no form was shown they are asked for a reply. */
  List<Effect> decline(Visit visit, ShareId share, String mark, String reason) {
    Optional<List<Effect>> refused = refuse(visit, Role.MODERATOR, "decline");
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!reason.isBlank() || !waits(share)) {
      return decide(visit, share, Optional.of(mark), false, cut(reason.strip()));
    }
    CommunityAction wish =
        new CommunityAction.Judge(share.value(), mark, CommunityAction.Judge.WORDS);
    Inline written = new Inline.Command("/community decline " + share + " …");
    return List.of(
        Effect.ask(visit, visit.words().say("community.judge.words", written), wish, wish));
  }

  /** A reply may be longer than a form takes. */
  private static String cut(String reason) {
    return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
  }

  private List<Effect> ask(Visit visit, ShareId share, String mark, MessageId message) {
    if (!waits(share)) {
      return decide(visit, share, Optional.of(mark), false, "");
    }
    return community
        .approvalCard()
        .asking(share, mark)
        .<List<Effect>>map(card -> List.of(new Effect.Change(message, card)))
        .orElseGet(List::of);
  }

  private List<Effect> back(ShareId share, MessageId message) {
    return community
        .approvalCard()
        .present(share)
        .<List<Effect>>map(card -> List.of(new Effect.Change(message, card)))
        .orElseGet(List::of);
  }

  /**
   * Decides.
   *
   * @param mark of what was looked at; empty for whatever it is now
   */
  List<Effect> decide(
      Visit visit, ShareId share, Optional<String> mark, boolean approve, String reason) {
    return List.of(
        new Effect.Later(
            () -> {
              Decided decided =
                  community.approvals().decide(share, mark, visit.id(), approve, reason);
              if (decided instanceof Decided.Done _) {
                acts.decided(
                    visit.doer(),
                    share,
                    approve ? "community approve" : "community decline",
                    reason,
                    new Acts.Judged(State.WAITING, approve ? State.OPEN : State.DECLINED));
              }
              return List.of(Effect.tell(said(visit.words(), decided)));
            }));
  }

  private Document said(Words words, Decided decided) {
    return switch (decided) {
      case Decided.Done done -> done(words, done);
      case Decided.Already(ItemRow item) -> already(words, item);
      case Decided.Changed changed -> words.say("community.judged.changed");
      case Decided.Gone gone -> words.say("community.post.gone");
      case Decided.SwitchedOff off -> words.say("community.off");
    };
  }

  private Document done(Words words, Decided.Done done) {
    return switch (done.now().state()) {
      case OPEN ->
          Words.all(
              words.say("community.judged.yes", done.title(), done.standing().shown()),
              Out.say(words, community.channels(), done.standing()));
      case DECLINED -> words.say("community.judged.no", done.title());
      case WAITING -> words.say("community.judged.meanwhile", done.title());
      case CHOOSING, WITHDRAWN, REMOVED, ENDED -> already(words, done.now());
    };
  }

  private Document already(Words words, ItemRow item) {
    String who = name(item.verdict().by());
    return switch (item.state()) {
      case OPEN -> words.say("community.judged.before.yes", who);
      case DECLINED -> words.say("community.judged.before.no", who);
      case REMOVED -> words.say("community.judged.before.removed", who);
      case WITHDRAWN, CHOOSING -> words.say("community.judged.before.withdrawn");
      case WAITING -> words.say("community.judged.changed");
      case ENDED -> words.say("community.post.gone");
    };
  }

  private String name(@Nullable MemberId member) {
    return Optional.ofNullable(member).flatMap(members::find).map(Member::name).orElse("…");
  }

  /** A press on a card about reports. */
  List<Effect> answer(Visit visit, ShareId share, int round, boolean keep) {
    String what = keep ? "keep" : "withdraw";
    return refuse(visit, Role.MODERATOR, what)
        .orElseGet(
            () ->
                List.of(
                    new Effect.Later(
                        () -> {
                          Answered answered =
                              community.reports().answer(share, round, visit.id(), keep);
                          return List.of(said(visit, share, what, "", answered));
                        })));
  }

  /** What was reported of a post is not followed. */
  List<Effect> keep(Visit visit, ShareId share) {
    return community
        .reports()
        .open(share)
        .map(open -> answer(visit, share, open.round(), true))
        .orElseGet(() -> List.of(Effect.tell(visit.words().say("communities.no-reports"))));
  }

  /** A post is taken away, reported or not. */
  List<Effect> remove(Visit visit, ShareId share, String reason) {
    return List.of(
        new Effect.Later(
            () ->
                List.of(
                    said(
                        visit,
                        share,
                        "withdraw",
                        reason,
                        community.reports().remove(share, visit.id(), reason)))));
  }

  private Effect said(Visit visit, ShareId share, String what, String reason, Answered answered) {
    Words words = visit.words();
    switch (answered) {
      case Answered.Kept kept ->
          audit.record(visit.id(), "community " + what, share.toString(), reason);
      case Answered.Removed removed ->
          acts.decided(
              visit.doer(),
              share,
              "community " + what,
              reason,
              new Acts.Judged(removed.before(), State.REMOVED));
      case Answered.Already already -> {}
      case Answered.Gone gone -> {}
    }
    return Effect.tell(
        switch (answered) {
          case Answered.Kept(String title) -> words.say("community.answered.kept", title);
          case Answered.Removed(String title, var before, var standing) ->
              Words.all(
                  words.say("community.answered.removed", title),
                  Out.say(words, community.channels(), standing));
          case Answered.Already(ReportTable.State state, var by) ->
              words.say(
                  switch (state) {
                    case KEPT -> "community.answered.before.kept";
                    case REMOVED -> "community.answered.before.removed";
                    case OPEN, OVER -> "community.post.gone";
                  },
                  name(by));
          case Answered.Gone gone -> words.say("community.post.gone");
        });
  }
}
