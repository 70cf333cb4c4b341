package io.switchboard.app.parts;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.choice.Accounts;
import io.switchboard.demo.DemoAccount;
import io.switchboard.demo.DemoSettings;
import io.switchboard.openai.OpenAiAccount;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.queue.slots.Slots;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configured accounts; the demo account where nothing is configured that could answer. */
record ChooseAccounts(List<? extends Account> accounts, boolean demo) {
  private static final Logger log = LoggerFactory.getLogger(ChooseAccounts.class);

  static ChooseAccounts from(
      List<OpenAiSettings> settings, OpenAiClient client, InstantSource time) {
    List<OpenAiAccount> real =
        settings.stream()
            .filter(ChooseAccounts::canAnswer)
            .map(account -> new OpenAiAccount(account, client, time))
            .toList();
    if (!real.isEmpty()) {
      settings.stream()
          .filter(account -> !canAnswer(account))
          .forEach(
              account ->
                  log.warn(
                      "account {} is left out: OpenAI wants a key; set its apiKey (OPENAI_API_KEY)",
                      account.name()));
    }
    return real.isEmpty()
        ? new ChooseAccounts(List.of(new DemoAccount(DemoSettings.DEFAULTS)), true)
        : new ChooseAccounts(real, false);
  }

  /** What may run on the accounts now. */
  static List<Slots> slots(Accounts accounts) {
    return accounts.states().stream().map(ChooseAccounts::slots).toList();
  }

  private static Slots slots(Accounts.State state) {
    AccountTerms terms = state.account().terms();
    AccountTerms.Caps caps = terms.caps();
    return new Slots(
        state.account().name(),
        new Slots.Caps(caps.concurrency(), caps.requestsPerMinute(), caps.tokensPerMinute()),
        state.weight(),
        terms.models(),
        switch (state.standing()) {
          case OPEN -> Slots.Use.OPEN;
          case RESTING -> Slots.Use.RESTING;
          case LAST -> Slots.Use.LAST;
          case PAUSED -> Slots.Use.CLOSED;
        });
  }

  /** OpenAI itself wants a key; a server of one's own may want none. */
  private static boolean canAnswer(OpenAiSettings account) {
    return !account.apiKey().isEmpty()
        || !account.baseUrl().equals(OpenAiSettings.DEFAULTS.baseUrl());
  }
}
