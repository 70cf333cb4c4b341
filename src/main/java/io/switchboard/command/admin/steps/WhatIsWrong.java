package io.switchboard.command.admin.steps;

import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.Locale;

/** Says what is wrong in an admin's command that cannot be meant, with one that could. */
public record WhatIsWrong(NextStep steps) {
  /**
   * Says it.
   *
   * @param name of the command, without its slash
   * @param written what is there after the name
   */
  public Document in(Visit visit, String name, String written) {
    Words words = visit.words();
    String[] there = written.strip().split("\\s+", 3);
    String verb = there[0].toLowerCase(Locale.ROOT);
    List<String> verbs =
        switch (name) {
          case "limit" -> NextStep.LIMIT_VERBS;
          case "member" -> NextStep.MEMBER_VERBS;
          default -> List.of();
        };
    if (verbs.isEmpty()) {
      return switch (name) {
        case "account" -> words.say("meant.account", steps.account());
        case "revoke" -> words.say("meant.revoke", steps.someone(visit));
        default -> words.say("meant." + name);
      };
    }
    if (!verbs.contains(verb)) {
      return words.say(
          "wrong.verb",
          Cut.of(there[0]),
          "/" + name,
          new Inline.Code(String.join(", ", verbs)),
          new Inline.Command(steps.example(visit, name)));
    }
    String so = "/" + name + " " + verb;
    String who = there.length < 2 || there[1].length() > 60 ? steps.someone(visit) : there[1];
    return words.say(
        "wrong.more",
        Cut.of(there.length < 3 ? written : there[2]),
        so,
        new Inline.Command(so + " " + who));
  }
}
