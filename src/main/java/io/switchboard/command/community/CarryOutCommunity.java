package io.switchboard.command.community;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.event.Form;
import io.switchboard.command.sharing.TakeShare;
import io.switchboard.command.sharing.draft.PostShare;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.CommunityCommand;
import io.switchboard.community.Community;
import io.switchboard.share.ShareId;
import java.util.List;
import java.util.Optional;

/** Takes what is wanted of the community to the file that does it. */
public final class CarryOutCommunity {
  private final TakePost taking;
  private final ReportPost reporting;
  private final JudgePosts judging;
  private final RunCommunity running;
  private final PostShare posting;

  public CarryOutCommunity(Rooms rooms, Links links, TakeShare shares, PostShare posting) {
    Community community = rooms.outside().community();
    taking = new TakePost(community, rooms.outside().sharing(), shares);
    reporting = new ReportPost(community);
    judging = new JudgePosts(community, rooms.members(), rooms.records());
    running =
        new RunCommunity(
            community,
            rooms.records(),
            new ListPosts(community, rooms.outside().sharing(), links),
            judging);
    this.posting = posting;
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, CommunityCommand command) {
    return switch (command) {
      case CommunityCommand.Report(long share) -> reporting.ask(visit, new ShareId(share));
      case CommunityCommand.Manage manage -> running.command(visit, manage);
    };
  }

  /** What is to be written first. */
  public Optional<Form> form(Visit visit, CommunityAction action) {
    return action instanceof CommunityAction.Judge(long share, var mark, var verdict)
        ? judging.form(visit, new ShareId(share))
        : Optional.empty();
  }

  /**
   * For a button.
   *
   * @param written into a form that was shown for it; else empty
   */
  public List<Effect> press(
      Visit visit, CommunityAction action, MessageId message, String written) {
    return switch (action) {
      case CommunityAction.Take(long share) -> taking.take(visit, new ShareId(share));
      case CommunityAction.Report(long share, String reason) ->
          reason.isEmpty()
              ? reporting.ask(visit, new ShareId(share))
              : reporting.report(visit, new ShareId(share), reason, message);
      case CommunityAction.Tag(long share, String tag) ->
          posting.tag(visit, new ShareId(share), tag, message);
      case CommunityAction.Judge(long share, String mark, String verdict) ->
          verdict.equals(CommunityAction.Judge.WORDS)
              ? judging.decline(visit, new ShareId(share), mark, written)
              : judging.judge(visit, new ShareId(share), mark, verdict, message);
      case CommunityAction.Answer(long share, int round, boolean keep) ->
          judging.answer(visit, new ShareId(share), round, keep);
      case CommunityAction.Manage(String what) -> running.press(visit, what, message);
    };
  }
}
