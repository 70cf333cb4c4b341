package io.switchboard.command.catalogue;

import java.util.List;

/** The commands as {@code /help} groups them: each is in one group. */
public final class Groups {
  /**
   * Commands that belong together.
   *
   * @param key the end of the key of its heading
   * @param staff whether they are for moderators and admins
   */
  public record Group(String key, boolean staff, List<String> names) {
    public Group {
      names = List.copyOf(names);
    }

    /** This with no more than these in it. */
    public Group of(List<String> allowed) {
      return new Group(key, staff, names.stream().filter(allowed::contains).toList());
    }
  }

  /** All of them, in the order in which people read of them. */
  public static final List<Group> ALL =
      List.of(
          new Group("ask", false, List.of("ask", "retry", "stop", "image", "model", "persona")),
          new Group("talks", false, List.of("new", "conversations", "export", "import")),
          new Group("links", false, List.of("share", "shares", "gallery")),
          new Group(
              "you",
              false,
              List.of(
                  "usage",
                  "status",
                  "language",
                  "timezone",
                  "announcements",
                  "login",
                  "link",
                  "join",
                  "forgetme",
                  "help")),
          new Group("people", true, List.of("member", "limit", "revoke")),
          new Group("places", true, List.of("community", "conversation", "answers", "announce")),
          new Group(
              "running", true, List.of("undo", "audit", "stats", "logs", "account", "reload")));

  private Groups() {}
}
