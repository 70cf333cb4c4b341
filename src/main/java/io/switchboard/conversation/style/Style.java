package io.switchboard.conversation.style;

import org.jspecify.annotations.Nullable;

/**
 * Who answers in a conversation, as its member chose it.
 *
 * @param model a model's name; null for the usual one
 * @param persona a persona's name; null for none
 */
public record Style(@Nullable String model, @Nullable String persona) {
  /** Nothing was chosen. */
  public static final Style USUAL = new Style(null, null);

  /** The same with another model. */
  public Style withModel(@Nullable String other) {
    return new Style(other, persona);
  }

  /** The same with another persona. */
  public Style withPersona(@Nullable String other) {
    return new Style(model, other);
  }
}
