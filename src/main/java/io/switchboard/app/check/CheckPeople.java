package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.member.access.AccessSettings;

/** Whether anybody is let in, and whether what is switched on has somewhere to go. */
final class CheckPeople implements Check {
  private final Settings settings;

  CheckPeople(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String about() {
    return "People";
  }

  @Override
  public void look(Findings findings) {
    AccessSettings access = settings.access;
    boolean everyone = access.allow().contains(AccessSettings.EVERYONE);
    if (settings.withoutTokens()) {
      findings.ok("no platform has a token, so the sandbox lets anybody be anybody");
    } else if (access.admins().isEmpty() && access.allow().isEmpty()) {
      findings.wrong(
          "nobody is let in: write to the bot, it answers with your id; put that into"
              + " access.admins");
    } else if (access.admins().isEmpty()) {
      findings.note(
          "there is no admin, so nobody can use /limit, /member and /account: add yourself to"
              + " access.admins");
    } else {
      findings.ok(
          "%d in access.admins, %s"
              .formatted(
                  access.admins().size(),
                  everyone
                      ? "and everyone is let in"
                      : access.allow().size() + " in access.allow"));
    }
    if (everyone && !settings.withoutTokens()) {
      findings.note(
          "access.allow: everyone lets in whoever finds the bot; limits.default is all that stands"
              + " between them and the account");
    }
    if (settings.community.enabled() && settings.community.channels().isEmpty()) {
      findings.wrong("community is enabled without a place: name one in community.channels");
    }
    if (settings.staff.channels().isEmpty() && !settings.withoutTokens()) {
      findings.note("nobody is told of an account that fails: name a channel in staff.channels");
    }
  }
}
