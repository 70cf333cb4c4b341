package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Discord demands of commands that are registered, and of what is suggested for them. */
final class CommandForm {
  private static final int LONGEST = 100;

  /** Names, descriptions and values of a command together. */
  private static final int MOST_CHARACTERS = 8000;

  private CommandForm() {}

  static void check(JsonNode command) {
    if (command.path("type").asInt(1) == 1) {
      named(command);
      description(command);
    } else if (!command.path("name").asText().matches("[-_ \\p{L}\\p{N}]{1,32}")
        || !command.path("options").isEmpty()
        || !command.path("description").asText("").isEmpty()) {
      throw Refusal.form("a menu command has a name, no description and no options: " + command);
    }
    for (JsonNode context : command.path("contexts")) {
      if (!context.asText().matches("[012]")) {
        throw Refusal.form("contexts: Value must be one of {0, 1, 2}.");
      }
    }
    JsonNode permissions = command.path("default_member_permissions");
    if (!permissions.isMissingNode()
        && !permissions.isNull()
        && !permissions.asText().matches("\\d{1,20}")) {
      throw Refusal.form("default_member_permissions: a number in a string");
    }
    options(command);
  }

  private static void options(JsonNode command) {
    if (command.path("options").size() > 25) {
      throw Refusal.form("options: Must be 25 or fewer in length.");
    }
    int characters = said(command);
    boolean optional = false;
    Set<String> names = new HashSet<>();
    for (JsonNode option : command.path("options")) {
      named(option);
      description(option);
      if (!names.add(option.path("name").asText())) {
        throw Refusal.form("options: Option names must be unique: " + option.path("name"));
      }
      boolean required = option.path("required").asBoolean();
      if (required && optional) {
        throw Refusal.form("options: Required options must be placed before non-required options");
      }
      optional |= !required;
      choices(option.path("choices"));
      if (option.path("autocomplete").asBoolean()) {
        if (!option.path("choices").isEmpty()) {
          throw Refusal.form("autocomplete: may not be set where choices are");
        }
        if (!Set.of(3, 4, 10).contains(option.path("type").asInt())) {
          throw Refusal.form("autocomplete: only for strings and numbers");
        }
      }
      characters += said(option);
      for (JsonNode choice : option.path("choices")) {
        characters +=
            choice.path("name").asText().length() + choice.path("value").asText().length();
      }
    }
    if (characters > MOST_CHARACTERS) {
      throw Refusal.form("a command's names, descriptions and values: 8000 characters at most");
    }
  }

  private static int said(JsonNode of) {
    int longest = of.path("description").asText().length();
    for (JsonNode localised : of.path("description_localizations")) {
      longest = Math.max(longest, localised.asText().length());
    }
    return of.path("name").asText().length() + longest;
  }

  /** Choices of an option, or what is suggested. */
  static void choices(JsonNode choices) {
    if (choices.size() > 25) {
      throw Refusal.form("choices: Must be 25 or fewer in length.");
    }
    Set<String> names = new HashSet<>();
    for (JsonNode choice : choices) {
      String name = choice.path("name").asText("");
      String value = choice.path("value").asText("");
      for (JsonNode localised : choice.path("name_localizations")) {
        if (localised.asText().isEmpty() || localised.asText().length() > LONGEST) {
          throw Refusal.form("choices.name_localizations: Must be between 1 and 100 in length.");
        }
      }
      if (name.isEmpty() || name.length() > LONGEST) {
        throw Refusal.form("choices.name: Must be between 1 and 100 in length.");
      }
      if (!choice.path("value").isTextual() || value.isEmpty() || value.length() > LONGEST) {
        throw Refusal.form("choices.value: Must be between 1 and 100 in length.");
      }
      if (!names.add(name + "\0" + value)) {
        throw Refusal.form("choices: the same twice: " + name);
      }
    }
  }

  private static void named(JsonNode of) {
    name(of.path("name").asText());
    of.path("name_localizations").forEach(name -> name(name.asText()));
  }

  private static void name(String name) {
    if (!name.matches("[-_\\p{Ll}\\p{Lo}\\p{N}]{1,32}")) {
      throw Refusal.form("name: String value did not match validation regex: " + name);
    }
  }

  private static void description(JsonNode of) {
    int length = of.path("description").asText("").length();
    if (length < 1 || length > LONGEST) {
      throw Refusal.form("description: Must be between 1 and 100 in length.");
    }
    for (JsonNode localised : of.path("description_localizations")) {
      if (localised.asText().isEmpty() || localised.asText().length() > LONGEST) {
        throw Refusal.form("description_localizations: Must be between 1 and 100 in length.");
      }
    }
  }
}
