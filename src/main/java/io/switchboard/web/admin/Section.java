package io.switchboard.web.admin;

import io.switchboard.member.access.Role;
import java.util.Locale;

/** The pages of the dashboard, in the order of its menu. */
public enum Section {
  OVERVIEW("/admin", Role.MODERATOR),
  MEMBERS("/admin/members", Role.MODERATOR),
  /** One of them; in no menu. */
  MEMBER("/admin/members/{id}", Role.MODERATOR),
  POSTS("/admin/posts", Role.MODERATOR),
  SHARES("/admin/shares", Role.ADMIN),
  STATISTICS("/admin/statistics", Role.ADMIN),
  LOGS("/admin/logs", Role.ADMIN),
  AUDIT("/admin/audit", Role.ADMIN);

  private final String path;
  private final Role least;

  Section(String path, Role least) {
    this.path = path;
    this.least = least;
  }

  /** Where it is; a pattern where it is one of many. */
  public String path() {
    return path;
  }

  /** Who may see it. */
  public Role least() {
    return least;
  }

  /** Whether the menu leads there. */
  public boolean inMenu() {
    return !path.contains("{");
  }

  /** The end of its messages' keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
