package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.community.Out;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.Posted;
import io.switchboard.community.kept.Tags;
import io.switchboard.community.post.Standing;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A share goes into the community channels, or out of them. */
public final class PostShare {
  private static final int A_ROW = 5;

  private final Sharing sharing;
  private final Community community;
  private final DecideShare decisions;

  public PostShare(Sharing sharing, Community community, DecideShare decisions) {
    this.sharing = sharing;
    this.community = community;
    this.decisions = decisions;
  }

  /** The link goes out unless it is out already, and the share is posted for everybody. */
  public List<Effect> post(Visit visit, ShareId share, MessageId message) {
    if (!community.enabled()) {
      return List.of(Effect.tell(visit.words().say("share.post.off")));
    }
    List<Effect> effects =
        isLive(visit, share)
            ? new ArrayList<>()
            : new ArrayList<>(decisions.publish(visit, share, message));
    if (isLive(visit, share)) {
      effects.add(new Effect.Later(() -> posted(visit, share, Optional.empty())));
    }
    return effects;
  }

  private boolean isLive(Visit visit, ShareId share) {
    return sharing.looking().summary(share, visit.id()).isPresent();
  }

  private List<Effect> posted(Visit visit, ShareId share, Optional<MessageId> message) {
    String place = visit.placeId().value();
    return said(visit, share, community.posting().post(share, visit.id(), place), message);
  }

  /** A tag is chosen, or all are and it is posted. */
  public List<Effect> tag(Visit visit, ShareId share, String tag, MessageId message) {
    return List.of(
        new Effect.Later(
            () ->
                said(
                    visit,
                    share,
                    tag.matches("\\d{1,3}")
                        ? community.posting().tag(share, visit.id(), Integer.parseInt(tag))
                        : community.posting().goOn(share, visit.id()),
                    Optional.of(message))));
  }

  private List<Effect> said(
      Visit visit, ShareId share, Posted posted, Optional<MessageId> message) {
    Reply reply = reply(visit.words(), share, posted).onlyForAsker();
    return List.of(
        message
            .<Effect>map(m -> new Effect.Change(m, reply))
            .orElseGet(() -> new Effect.Say(reply, m -> List.of())));
  }

  private Reply reply(Words words, ShareId share, Posted posted) {
    return switch (posted) {
      case Posted.Shown(Standing standing) ->
          standing.shown() == 0
              ? Reply.of(
                  Words.all(
                      words.say("share.post.failed"),
                      Out.say(words, community.channels(), standing)))
              : Reply.of(
                      Words.all(
                          words.say("share.posted", standing.shown()),
                          Out.say(words, community.channels(), standing)))
                  .with(withdraw(words, share));
      case Posted.Choose(var offered, var chosen) ->
          Reply.of(words.say("share.post.tags", Tags.MOST))
              .with(tags(words, share, offered, chosen));
      case Posted.Waiting waiting ->
          Reply.of(words.say("share.post.waiting")).with(withdraw(words, share));
      case Posted.Growing growing -> Reply.of(words.say("share.post.growing"));
      case Posted.Declined(String reason) -> Reply.of(words.say("share.post.declined"));
      case Posted.Removed removed -> Reply.of(words.say("share.post.removed"));
      case Posted.SwitchedOff off -> Reply.of(words.say("share.post.off"));
      case Posted.NotFound unknown -> Reply.of(words.say("desk.not-yours"));
    };
  }

  private static List<List<Button>> withdraw(Words words, ShareId share) {
    return List.of(
        List.of(
            new ShareAction.Withdraw(share.value()).button(words.label("share.button.withdraw"))));
  }

  private static List<List<Button>> tags(
      Words words, ShareId share, List<String> offered, List<String> chosen) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < offered.size(); i += A_ROW) {
      List<Button> row = new ArrayList<>();
      for (int n = i; n < Math.min(offered.size(), i + A_ROW); n++) {
        String tag = offered.get(n);
        row.add(
            new CommunityAction.Tag(share.value(), Integer.toString(n))
                .button((chosen.contains(tag) ? "✓ " : "") + tag));
      }
      rows.add(row);
    }
    rows.add(
        List.of(
            new CommunityAction.Tag(share.value(), "done")
                .button(words.label("share.button.post.now"))));
    return rows;
  }

  /** The posts go, the link stays. */
  public List<Effect> withdraw(Visit visit, ShareId share) {
    Words words = visit.words();
    return List.of(
        new Effect.Later(
            () ->
                List.of(
                    Effect.tell(
                        community
                            .posting()
                            .withdraw(share, visit.id())
                            .map(
                                standing ->
                                    Words.all(
                                        words.say("share.withdrawn"),
                                        Out.say(words, community.channels(), standing)))
                            .orElseGet(() -> words.say("desk.not-yours"))))));
  }
}
