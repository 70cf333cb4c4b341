package io.switchboard.demo;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Prompt;
import io.switchboard.account.TokenCount;

/** The account used when none is configured. */
public final class DemoAccount implements Account {
  private final DemoSettings settings;

  public DemoAccount(DemoSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public AccountTerms terms() {
    return AccountTerms.of(settings.concurrency(), "demo");
  }

  @Override
  public AnswerStream open(Prompt prompt) {
    DemoAnswer answer = DemoAnswer.to(prompt);
    long in = prompt.messages().stream().mapToLong(m -> TokenCount.estimate(m.text()) + 4).sum();
    return new DemoStream(answer, settings, in);
  }
}
