package io.switchboard.command.style;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.StyleAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.style.Style;
import io.switchboard.conversation.style.Styles;
import io.switchboard.markup.Document;
import io.switchboard.persona.Persona;
import io.switchboard.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /persona}: whom the model is told to be in the present conversation. */
final class ChoosePersona {
  private final Conversations conversations;
  private final Styles styles;
  private final Personas personas;

  ChoosePersona(Conversations conversations, Styles styles, Personas personas) {
    this.conversations = conversations;
    this.styles = styles;
    this.personas = personas;
  }

  /** Shows all, with buttons. */
  List<Effect> offer(Visit visit) {
    Words words = visit.words();
    if (personas.all().isEmpty()) {
      return List.of(Effect.tell(words.say("persona.none")));
    }
    String name = style(visit).persona();
    Optional<Persona> chosen = name == null ? Optional.empty() : personas.named(name);
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        new StyleAction.UsePersona("")
            .button(Choices.marked(words.label("persona.usual"), chosen.isEmpty())));
    List<Document> lines = new ArrayList<>();
    for (Persona persona : personas.all()) {
      boolean here = chosen.filter(persona::equals).isPresent();
      buttons.add(
          new StyleAction.UsePersona(persona.name()).button(Choices.marked(persona.title(), here)));
      if (!persona.about().isEmpty()) {
        lines.add(words.say("persona.line", persona.title(), persona.about()));
      }
    }
    return List.of(
        Effect.tell(Words.all(now(words, chosen), Words.list(lines)), Choices.rows(buttons)));
  }

  /** Takes the one of that name; {@code none} for the usual manner. */
  List<Effect> choose(Visit visit, String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    Optional<Persona> persona = personas.named(wanted);
    if (persona.isEmpty() && !wanted.equals("none") && !wanted.equals("default")) {
      return List.of(Effect.tell(visit.words().say("persona.unknown", name.strip())));
    }
    return List.of(Effect.tell(use(visit, persona)));
  }

  /** Takes the one of a button. */
  List<Effect> choose(Visit visit, String name, MessageId message) {
    Optional<Persona> persona = personas.named(name);
    if (persona.isEmpty() && !name.isEmpty()) {
      return List.of(Effect.tell(visit.words().say("persona.unknown", name)));
    }
    return List.of(Effect.change(message, use(visit, persona)));
  }

  private Document use(Visit visit, Optional<Persona> persona) {
    ConversationId here = conversations.current(visit.id(), visit.place());
    @Nullable String name = persona.map(Persona::name).orElse(null);
    boolean _ = styles.choose(here, visit.id(), style(visit).withPersona(name));
    return now(visit.words(), persona);
  }

  private static Document now(Words words, Optional<Persona> persona) {
    return persona.isPresent()
        ? words.say("persona.now", persona.get().title())
        : words.say("persona.now.usual");
  }

  private Style style(Visit visit) {
    return styles.of(conversations.current(visit.id(), visit.place()), visit.id());
  }
}
