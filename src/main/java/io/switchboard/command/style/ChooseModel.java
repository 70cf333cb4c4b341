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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /model}: which of the models on offer answers in the present conversation. */
final class ChooseModel {
  private final Conversations conversations;
  private final Styles styles;
  private final ModelsOnOffer offer;

  ChooseModel(Conversations conversations, Styles styles, ModelsOnOffer offer) {
    this.conversations = conversations;
    this.styles = styles;
    this.offer = offer;
  }

  /** Shows what is on offer, with buttons. */
  List<Effect> offer(Visit visit) {
    List<String> models = offer.to(visit.asker());
    Words words = visit.words();
    if (models.isEmpty()) {
      return List.of(Effect.tell(words.say("model.none")));
    }
    String chosen = offer.chosen(visit.asker(), style(visit).model());
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        new StyleAction.UseModel("")
            .button(Choices.marked(words.label("model.usual"), chosen == null)));
    for (String model : models.stream().limit(Choices.MOST).toList()) {
      buttons.add(
          new StyleAction.UseModel(Choices.key(model))
              .button(Choices.marked(model, model.equals(chosen))));
    }
    return List.of(
        Effect.tell(
            chosen == null ? words.say("model.now.usual") : words.say("model.now", chosen),
            Choices.rows(buttons)));
  }

  /** Takes the one of that name; {@code auto} for the usual one. */
  List<Effect> choose(Visit visit, String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (wanted.equals("auto") || wanted.equals("default")) {
      return List.of(Effect.tell(use(visit, null)));
    }
    Optional<String> model =
        offer.to(visit.asker()).stream()
            .filter(m -> m.toLowerCase(Locale.ROOT).equals(wanted))
            .findFirst();
    return List.of(
        Effect.tell(
            model.isPresent()
                ? use(visit, model.get())
                : visit.words().say("model.unknown", name.strip())));
  }

  /** Takes the one of a button. */
  List<Effect> choose(Visit visit, String key, MessageId message) {
    if (key.isEmpty()) {
      return List.of(Effect.change(message, use(visit, null)));
    }
    return offer.to(visit.asker()).stream()
        .filter(m -> Choices.key(m).equals(key))
        .findFirst()
        .map(model -> List.<Effect>of(Effect.change(message, use(visit, model))))
        .orElseGet(() -> List.of(Effect.tell(visit.words().say("model.gone"))));
  }

  private Document use(Visit visit, @Nullable String model) {
    ConversationId here = conversations.current(visit.id(), visit.place());
    boolean _ = styles.choose(here, visit.id(), style(visit).withModel(model));
    return model == null
        ? visit.words().say("model.now.usual")
        : visit.words().say("model.now", model);
  }

  private Style style(Visit visit) {
    return styles.of(conversations.current(visit.id(), visit.place()), visit.id());
  }
}
