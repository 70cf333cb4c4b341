package io.switchboard.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.Person;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What the page needs to know before anything is said.
 *
 * @param account the name of the account that answers
 * @param demo whether that is the demo account, which is no model
 */
public record SandboxScene(Supplier<CommandMenu> menu, String account, boolean demo) {
  private static final Texts TEXTS = new Texts();
  private static final String PREFIX = "sandbox.";

  /** What the page says; each stands in the message files after {@link #PREFIX}. */
  private static final List<String> SAID =
      List.of(
          "about",
          "account.demo",
          "account.demo.short",
          "account.real",
          "ask.group",
          "ask.private",
          "bot",
          "chip.admin",
          "chip.ask",
          "chip.code",
          "chip.help",
          "chip.long",
          "chip.maths",
          "chip.share",
          "chip.table",
          "close",
          "community",
          "community.about",
          "connect",
          "connect.discord",
          "connect.how",
          "connect.model",
          "connect.ollama",
          "connect.telegram",
          "dashboard",
          "dashboard.as",
          "copy",
          "discord",
          "discord.about",
          "empty.community",
          "empty.group",
          "empty.private",
          "empty.staff",
          "failed",
          "group",
          "like",
          "only.you",
          "private",
          "private.about",
          "prompt.ask",
          "prompt.code",
          "prompt.long",
          "prompt.maths",
          "prompt.table",
          "reply",
          "replying",
          "role.admin",
          "role.member",
          "role.stranger",
          "send",
          "staff",
          "staff.about",
          "stop.replying",
          "telegram",
          "telegram.about",
          "thread",
          "title",
          "try",
          "typing",
          "who");

  Response respond(Request request, SandboxPlatform platform) {
    Locale language = Texts.language(request.languages());
    ObjectNode scene = MessageJson.JSON.createObjectNode();
    scene.put("language", language.toLanguageTag());
    scene.put("account", account);
    scene.put("demo", demo);
    ObjectNode texts = scene.putObject("texts");
    SAID.forEach(key -> texts.put(key, TEXTS.say(language, PREFIX + key, account)));
    people(scene.putArray("people"));
    commands(scene.putArray("commands"), language);
    ArrayNode threads = scene.putArray("threads");
    platform
        .table()
        .threads()
        .forEach(
            (message, title) ->
                threads
                    .addObject()
                    .put("place", SandboxPlaces.thread(message).value())
                    .put("title", title));
    return Response.json(scene.toString());
  }

  private static void people(ArrayNode people) {
    for (Person person : SandboxPeople.all()) {
      people
          .addObject()
          .put("id", person.id().value())
          .put("handle", person.handle())
          .put("name", person.name())
          .put("language", person.locale().toLanguageTag())
          .put("place", SandboxPeople.privateChat(person).value())
          .put("role", role(person));
    }
  }

  private static String role(Person person) {
    if (person.roles().contains(SandboxPeople.ADMIN)) {
      return "admin";
    }
    return person.roles().contains(SandboxPeople.MEMBER) ? "member" : "stranger";
  }

  private void commands(ArrayNode commands, Locale language) {
    for (CommandMenu.Entry entry : menu.get().listed()) {
      ObjectNode command = commands.addObject();
      command.put("name", entry.name());
      command.put(
          "description",
          entry
              .descriptions()
              .getOrDefault(language, entry.descriptions().getOrDefault(Locale.ENGLISH, "")));
      command.put("admin", entry.admin());
      ArrayNode options = command.putArray("options");
      entry
          .options()
          .forEach(
              option ->
                  options
                      .addObject()
                      .put("name", option.name())
                      .put("required", option.required()));
    }
  }
}
