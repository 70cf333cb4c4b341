package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;

/** Which files count: all of this is said of what they say, and of the environment. */
final class CheckFiles implements Check {
  private final Settings settings;

  CheckFiles(Settings settings) {
    this.settings = settings;
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
  }
}
