package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Finding;
import io.switchboard.check.Findings;
import io.switchboard.db.check.CheckDatabase;
import io.switchboard.db.check.CheckFolder;
import io.switchboard.discord.check.CheckDiscord;
import io.switchboard.discord.check.Named;
import io.switchboard.http.check.CheckAddress;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.openai.check.CheckAccount;
import io.switchboard.telegram.check.CheckTelegram;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs all checks side by side and prints what they found, in their order. */
public final class RunChecks {
  private static final int ALL_WELL = 0;
  private static final int FINDINGS = 1;

  private final List<Check> checks = new ArrayList<>();

  /**
   * Of everything that the configuration names.
   *
   * @param environment the names of the variables that are set
   */
  public RunChecks(Settings settings, Set<String> environment, InstantSource time) {
    Map<String, List<String>> named = named(settings);
    checks.add(new CheckFiles(settings, environment));
    checks.add(new CheckFolder(settings.dataFolder()));
    checks.add(new CheckKey(settings.dataFolder().resolve("link.key")));
    checks.add(new CheckDatabase(settings.database, time));
    for (OpenAiSettings account : settings.accounts) {
      checks.add(new CheckAccount(account, time));
    }
    checks.add(new CheckDiscord(settings.discord, Named.of(named), time));
    checks.add(
        new CheckTelegram(settings.telegram, telegramChats(named), settings.web.publicUrl(), time));
    checks.add(new CheckAddress(settings.web, settings.proof(time), !settings.withoutTokens()));
    checks.add(new CheckPeople(settings));
    checks.add(new CheckNames(settings, named));
    checks.add(new CheckLimits(settings));
    checks.add(new CheckFonts());
  }

  /** The exit code: 0 if there is nothing to do, else 1. */
  public int print(PrintStream out) {
    List<CompletableFuture<Findings>> running = new ArrayList<>();
    Executor threads = task -> Thread.ofVirtual().name("check").start(task);
    for (Check check : checks) {
      running.add(CompletableFuture.supplyAsync(() -> looked(check), threads));
    }
    int wrong = 0;
    for (CompletableFuture<Findings> one : running) {
      for (Finding finding : one.join().all()) {
        out.printf(
            "%-6s %s: %s%n",
            switch (finding.weight()) {
              case OK -> "ok";
              case NOTE -> "note";
              case WRONG -> "WRONG";
            },
            finding.about(),
            finding.text());
        wrong += finding.weight() == Finding.Weight.WRONG ? 1 : 0;
      }
    }
    out.println(
        wrong == 0
            ? "Nothing needs to be done."
            : wrong == 1 ? "1 finding." : wrong + " findings.");
    return wrong == 0 ? ALL_WELL : FINDINGS;
  }

  private static Findings looked(Check check) {
    Findings findings = new Findings(check.about());
    try {
      check.look(findings);
    } catch (RuntimeException e) {
      findings.wrong(
          "could not be looked at ("
              + e.getClass().getSimpleName()
              + "): check again, and report it if it stays");
    }
    return findings;
  }

  private static Map<String, List<String>> named(Settings settings) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    named.put("community.channels", settings.community.channels());
    named.put("staff.channels", settings.staff.channels());
    named.put("conversations.shared", settings.conversations.shared());
    named.put("access.admins", settings.access.admins());
    named.put("access.allow", settings.access.allow());
    named.put("limits.places", List.copyOf(settings.limits.places().keySet()));
    named.put("limits.roles", List.copyOf(settings.limits.roles().keySet()));
    return named;
  }

  private static Map<String, String> telegramChats(Map<String, List<String>> named) {
    Map<String, String> chats = new LinkedHashMap<>();
    named.forEach(
        (key, entries) ->
            entries.stream()
                .filter(entry -> entry.startsWith("telegram-chat:"))
                .forEach(entry -> chats.putIfAbsent(entry, key)));
    return chats;
  }
}
