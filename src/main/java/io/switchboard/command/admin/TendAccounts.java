package io.switchboard.command.admin;

import io.switchboard.account.AccountTerms;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.choice.Condition.Trouble;
import io.switchboard.account.choice.Standing;
import io.switchboard.act.Acts;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.AdminCommand;
import io.switchboard.markup.Document;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.busy.HowBusy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /account}: how the accounts are, and which are asked how often. */
final class TendAccounts {
  private static final int HEAVIEST = 1000;

  private final Accounts accounts;
  private final RequestQueue queue;
  private final Acts acts;

  TendAccounts(Accounts accounts, RequestQueue queue, Acts acts) {
    this.accounts = accounts;
    this.queue = queue;
    this.acts = acts;
  }

  /** Lists them, or changes one. */
  List<Effect> tend(Visit visit, AdminCommand.TendAccount wanted) {
    Words words = visit.words();
    String name = wanted.name();
    if (wanted.verb().equals("list")) {
      return List.of(Effect.tell(list(words)));
    }
    if (accounts.named(name).isEmpty()) {
      return List.of(Effect.tell(words.say("accounts.unknown", name)));
    }
    return List.of(
        Effect.tell(
            switch (wanted.verb()) {
              case "pause" -> paused(visit, name, true);
              case "resume" -> paused(visit, name, false);
              default -> weigh(visit, name, wanted.weight());
            }));
  }

  private Document paused(Visit visit, String name, boolean paused) {
    Document done = visit.words().say(paused ? "accounts.paused" : "accounts.resumed", name);
    return act(visit, name, new SwitchAct.UseAccount(name, !paused), done);
  }

  private Document weigh(Visit visit, String name, String text) {
    Integer weight = number(text);
    if (weight == null && !text.equals("auto")) {
      return visit.words().say("meant.account", accounts.all().getFirst().name());
    }
    Document done =
        weight == null
            ? visit.words().say("accounts.weight.auto", name)
            : visit.words().say("accounts.weight", name, weight);
    return act(visit, name, new SwitchAct.WeighAccount(name, weight), done);
  }

  private Document act(Visit visit, String name, SwitchAct act, Document done) {
    return SayOutcome.of(visit.words(), name, acts.carryOut(visit.doer(), act), entry -> done);
  }

  private static @Nullable Integer number(String text) {
    boolean digits = text.matches("\\d{1,4}");
    int number = digits ? Integer.parseInt(text) : 0;
    return number >= 1 && number <= HEAVIEST ? Integer.valueOf(number) : null;
  }

  private Document list(Words words) {
    List<Document> lines = new ArrayList<>();
    for (Accounts.State state : accounts.states()) {
      lines.add(account(words, state));
    }
    return words.say("accounts.head").and(Words.list(lines));
  }

  private Document account(Words words, Accounts.State state) {
    String name = state.account().name();
    AccountTerms terms = state.account().terms();
    HowBusy.AccountUse use = queue.busy().account(name);
    Document all =
        words
            .say("accounts.line", name, terms.model(), state.weight(), standing(words, state))
            .and(
                words.say(
                    "accounts.use",
                    use.running(),
                    terms.caps().concurrency(),
                    use.day().requests(),
                    use.day().tokens()));
    if (terms.caps().requestsPerMinute() > 0) {
      all =
          all.and(
              words.say(
                  "accounts.minute.requests",
                  use.minute().requests(),
                  terms.caps().requestsPerMinute()));
    }
    if (terms.caps().tokensPerMinute() > 0) {
      all =
          all.and(
              words.say(
                  "accounts.minute.tokens", use.minute().tokens(), terms.caps().tokensPerMinute()));
    }
    Trouble trouble = state.condition().trouble();
    return trouble == null ? all : all.and(trouble(words, state, trouble));
  }

  private static String standing(Words words, Accounts.State state) {
    return words.label(
        switch (state.standing()) {
          case OPEN -> "accounts.open";
          case RESTING -> "accounts.resting";
          case LAST -> "accounts.last";
          case PAUSED -> "accounts.off";
        });
  }

  private static Document trouble(Words words, Accounts.State state, Trouble trouble) {
    String why = words.label(WhyNoAnswer.key(trouble.kind()));
    return state.standing() == Standing.OPEN
        ? words.say("accounts.trouble", why, trouble.detail(), trouble.since())
        : words.say("accounts.trouble.until", why, trouble.detail(), trouble.until());
  }
}
