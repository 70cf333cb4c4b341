package io.switchboard.chat.action;

import java.util.List;
import java.util.Optional;

/** What a member sets for themselves. */
public sealed interface MemberAction extends Action {
  /** Chooses a language by its tag, or with {@code auto} that of the platform. */
  record Language(String tag) implements MemberAction {}

  /** Is forgotten with everything; for that member alone. */
  record Forget(long member) implements MemberAction {}

  /** Signs a browser of the member out; 0 for all of them. */
  record SignOut(long session) implements MemberAction {}

  /** Becomes one with the member whose code it is; for that member alone. */
  record Link(long member, String code) implements MemberAction {}

  /** Wants announcements in private, or none any more. */
  record Announcements(boolean wanted) implements MemberAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Announcements(boolean wanted) -> "announcements:" + (wanted ? "on" : "off");
      case Language(String tag) -> "language:" + tag;
      case Forget(long member) -> "forget-me:" + member;
      case SignOut(long session) -> "sign-out:" + session;
      case Link(long member, String code) -> "link:" + member + "-" + code;
    };
  }

  static Optional<MemberAction> read(List<String> parts) {
    if (parts.size() != 2) {
      return Optional.empty();
    }
    return switch (parts.get(0)) {
      case "announcements" -> Optional.of(new Announcements(parts.get(1).equals("on")));
      case "language" -> Optional.of(new Language(parts.get(1)));
      case "forget-me" -> Optional.of(new Forget(Long.parseLong(parts.get(1))));
      case "sign-out" -> Optional.of(new SignOut(Long.parseLong(parts.get(1))));
      case "link" -> link(parts.get(1).split("-", 2));
      default -> Optional.empty();
    };
  }

  private static Optional<MemberAction> link(String[] memberAndCode) {
    return memberAndCode.length == 2
        ? Optional.of(new Link(Long.parseLong(memberAndCode[0]), memberAndCode[1]))
        : Optional.empty();
  }
}
