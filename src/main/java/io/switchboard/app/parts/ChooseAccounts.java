package io.switchboard.app.parts;

import io.switchboard.account.Account;
import io.switchboard.demo.DemoAccount;
import io.switchboard.demo.DemoSettings;
import io.switchboard.openai.OpenAiAccount;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.openai.OpenAiSettings;
import java.time.InstantSource;
import java.util.List;

/** The configured accounts; the demo account where nothing is configured that could answer. */
record ChooseAccounts(List<? extends Account> accounts, boolean demo) {
  static ChooseAccounts from(
      List<OpenAiSettings> settings, OpenAiClient client, InstantSource time) {
    List<OpenAiAccount> real =
        settings.stream()
            .filter(ChooseAccounts::canAnswer)
            .map(account -> new OpenAiAccount(account, client, time))
            .toList();
    return real.isEmpty()
        ? new ChooseAccounts(List.of(new DemoAccount(DemoSettings.DEFAULTS)), true)
        : new ChooseAccounts(real, false);
  }

  /** OpenAI itself wants a key; a server of one's own may want none. */
  private static boolean canAnswer(OpenAiSettings account) {
    return !account.apiKey().isEmpty()
        || !account.baseUrl().equals(OpenAiSettings.DEFAULTS.baseUrl());
  }
}
