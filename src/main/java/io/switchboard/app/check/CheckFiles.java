package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.text.Nearest;
import java.util.Set;

/** Which files and variables count: all of this is said of what they say. */
final class CheckFiles implements Check {
  private final Settings settings;
  private final Set<String> environment;

  /**
   * Looks at these.
   *
   * @param environment the names of the variables that are set
   */
  CheckFiles(Settings settings, Set<String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public String about() {
    return "Configuration";
  }

  @Override
  public void look(Findings findings) {
    settings
        .withoutFile()
        .ifPresentOrElse(
            findings::note,
            () ->
                findings.ok(
                    settings.folder().toAbsolutePath().normalize() + " is read without a fault"));
    environment.stream().sorted().forEach(name -> misspelt(findings, name));
  }

  /** Whoever misspells a token's name gets the sandbox, and no word about it. */
  private void misspelt(Findings findings, String name) {
    if (!settings.variables().contains(name)) {
      Nearest.to(name, settings.variables())
          .filter(meant -> !environment.contains(meant))
          .ifPresent(
              meant ->
                  findings.note(
                      "the environment has %s, which is not read: if %s is meant, call it so"
                          .formatted(name, meant)));
    }
  }
}
