package io.switchboard.command.admin;

import io.switchboard.act.Acts;
import io.switchboard.act.Outcome;
import io.switchboard.act.SwitchAct;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;

/** {@code /community on|off|status}: whether shares can be posted for everybody. */
public final class SwitchCommunity {
  private final Community community;
  private final Acts acts;

  public SwitchCommunity(Community community, Acts acts) {
    this.community = community;
    this.acts = acts;
  }

  /**
   * Switches, or tells how it stands.
   *
   * @param verb {@code on} or {@code off}; anything else only tells
   */
  public List<Effect> change(Visit visit, String verb) {
    boolean on = verb.equals("on");
    if (on || verb.equals("off")) {
      Outcome outcome = acts.carryOut(visit.doer(), new SwitchAct.EnableCommunity(on));
      Words words = visit.words();
      return List.of(Effect.tell(SayOutcome.of(words, "", outcome, done -> status(words))));
    }
    return List.of(Effect.tell(status(visit.words())));
  }

  private Document status(Words words) {
    List<String> channels = community.channels();
    if (channels.isEmpty()) {
      return words.say("communities.nowhere");
    }
    return Words.all(
        words.say(community.enabled() ? "communities.on" : "communities.off"),
        Words.list(channels.stream().map(SwitchCommunity::code).toList()));
  }

  private static Document code(String channel) {
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Code(channel)))));
  }
}
