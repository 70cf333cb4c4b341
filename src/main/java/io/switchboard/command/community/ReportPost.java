package io.switchboard.command.community;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.report.Reported;
import io.switchboard.community.report.Reports;
import io.switchboard.markup.Document;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A member says that something is wrong with a post: first asked why, then thanked. */
final class ReportPost {
  private static final String CANCEL = "cancel";

  private final Community community;

  ReportPost(Community community) {
    this.community = community;
  }

  /** Asks why. */
  List<Effect> ask(Visit visit, ShareId share) {
    Words words = visit.words();
    if (!community.enabled()) {
      return List.of(Effect.tell(words.say("community.off")));
    }
    Optional<String> title = community.reports().title(share);
    if (title.isEmpty()) {
      return List.of(Effect.tell(words.say("community.post.gone")));
    }
    Optional<Reported> refused = community.reports().refused(share, visit.id());
    if (refused.isPresent()) {
      return List.of(Effect.tell(said(words, refused.get())));
    }
    List<List<Button>> rows = new ArrayList<>();
    for (String reason : Reports.REASONS) {
      rows.add(List.of(report(share, reason).button(words.label("community.report." + reason))));
    }
    rows.removeLast();
    rows.add(
        List.of(
            report(share, Reports.REASONS.getLast())
                .button(words.label("community.report." + Reports.REASONS.getLast())),
            report(share, CANCEL).button(words.label("community.button.cancel"))));
    return List.of(Effect.tell(words.say("community.report.ask", title.get()), rows));
  }

  private static CommunityAction.Report report(ShareId share, String reason) {
    return new CommunityAction.Report(share.value(), reason);
  }

  /** Reports; the question goes. */
  List<Effect> report(Visit visit, ShareId share, String reason, MessageId message) {
    Words words = visit.words();
    if (reason.equals(CANCEL)) {
      return List.of(Effect.change(message, words.say("community.report.cancelled")));
    }
    Reported reported = community.reports().report(share, visit.id(), reason);
    return List.of(Effect.change(message, said(words, reported)));
  }

  private static Document said(Words words, Reported reported) {
    return switch (reported) {
      case Reported.Noted noted -> words.say("community.report.noted");
      case Reported.Before before -> words.say("community.report.before");
      case Reported.Own own -> words.say("community.report.own");
      case Reported.TooMany(int allowed, Instant again) ->
          words.say("community.report.too-many", allowed, again);
      case Reported.Gone gone -> words.say("community.post.gone");
      case Reported.SwitchedOff off -> words.say("community.off");
    };
  }
}
