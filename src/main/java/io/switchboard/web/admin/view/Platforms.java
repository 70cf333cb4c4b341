package io.switchboard.web.admin.view;

import io.switchboard.chat.Place;
import io.switchboard.queue.look.Asked;
import io.switchboard.web.PageFrame;
import java.util.Locale;

/** Where something was said, in words. */
public final class Platforms {
  private Platforms() {}

  /** As people write a platform's name. */
  public static String name(String platform) {
    return platform.isEmpty()
        ? ""
        : platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
  }

  /** A place by its name and its platform. */
  public static String place(PageFrame frame, Asked.Where where) {
    String platform = name(where.platform());
    if (where.kind() == Place.Kind.PRIVATE) {
      return frame.say("admin.queue.private", platform);
    }
    return where.name().isBlank() ? platform : where.name() + " · " + platform;
  }
}
