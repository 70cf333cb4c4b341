package io.switchboard.app.check;

import io.switchboard.app.control.BroughtKey;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.share.link.LinkKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The key for links: whether it is one, and whose eyes it is for. */
final class CheckKey implements Check {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path file;

  CheckKey(Path file) {
    this.file = file;
  }

  @Override
  public String about() {
    return "Key for links";
  }

  @Override
  public void look(Findings findings) {
    try {
      BroughtKey.unlessInterrupted(file);
      if (!Files.isReadable(file)) {
        // Missing before the first start; closed, the data folder tells.
        return;
      }
      if (!LinkKey.isOne(Files.readString(file).strip())) {
        findings.wrong(file + " holds no key: put the file back that was there, or move it away");
      }
      Set<PosixFilePermission> who = Files.getPosixFilePermissions(file);
      if (OTHERS.stream().anyMatch(who::contains)) {
        findings.note(
            "%s can be read by others on this machine: chmod 600 %s".formatted(file, file));
      }
    } catch (BackupTrouble interrupted) {
      findings.wrong(String.valueOf(interrupted.getMessage()));
    } catch (IOException | UnsupportedOperationException unknown) {
      findings.note(file + " could not be looked at");
    }
  }
}
