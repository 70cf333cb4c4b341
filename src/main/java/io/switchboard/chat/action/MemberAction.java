package io.switchboard.chat.action;

import java.util.List;
import java.util.Optional;

/** What a member sets for themselves. */
public sealed interface MemberAction extends Action {
  /** Chooses a language by its tag, or with {@code auto} that of the platform. */
  record Language(String tag) implements MemberAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Language(String tag) -> "language:" + tag;
    };
  }

  static Optional<MemberAction> read(List<String> parts) {
    return parts.size() == 2 && parts.get(0).equals("language")
        ? Optional.of(new Language(parts.get(1)))
        : Optional.empty();
  }
}
