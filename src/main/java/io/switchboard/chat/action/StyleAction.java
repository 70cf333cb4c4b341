package io.switchboard.chat.action;

import java.util.List;
import java.util.Optional;

/** Who is to answer in the presser's conversation here. */
public sealed interface StyleAction extends Action {
  /**
   * Another model.
   *
   * @param key short for its name, which may be too long for a button; empty for the usual one
   */
  record UseModel(String key) implements StyleAction {}

  /** Another persona, by its name; empty for none. */
  record UsePersona(String name) implements StyleAction {}

  @Override
  default String encode() {
    return switch (this) {
      case UseModel(String key) -> "model:" + key;
      case UsePersona(String name) -> "persona:" + name;
    };
  }

  /** What these parts of a text mean, if it is one of these. */
  static Optional<StyleAction> read(List<String> parts) {
    if (parts.size() != 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (parts.get(0)) {
          case "model" -> new UseModel(parts.get(1));
          case "persona" -> new UsePersona(parts.get(1));
          default -> null;
        });
  }
}
