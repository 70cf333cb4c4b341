package io.switchboard.web.signin;

/** What a browser calls itself, in words that its owner knows it by. */
final class Browser {
  private Browser() {}

  /** Such as {@code Firefox, Linux}. */
  static String name(String agent) {
    return of(
            agent, "Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome",
            "Safari", "Safari")
        + ", "
        + of(
            agent, "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows",
            "Mac OS", "macOS", "Linux", "Linux");
  }

  private static String of(String agent, String... signsAndNames) {
    for (int i = 0; i < signsAndNames.length; i += 2) {
      if (agent.contains(signsAndNames[i])) {
        return signsAndNames[i + 1];
      }
    }
    return "?";
  }
}
