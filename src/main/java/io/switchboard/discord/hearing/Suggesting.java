package io.switchboard.discord.hearing;

import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers those who are typing, and asks for what is to be written, before Discord waits no more.
 */
final class Suggesting {
  private static final Logger log = LoggerFactory.getLogger(Suggesting.class);

  /** Discord waits three seconds; the way there and back is in them. */
  private static final Duration IN_TIME = Duration.ofSeconds(2);

  private final Executor threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-suggest-", 0).factory());
  private final Inbox inbox;

  Suggesting(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Answers with what is known, or with nothing if that takes too long. */
  void answer(CommandAutoCompleteInteractionEvent event, Typing typing) {
    var _ =
        CompletableFuture.supplyAsync(() -> inbox.suggest(typing), threads)
            .completeOnTimeout(List.of(), IN_TIME.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                failed -> {
                  log.warn("Nothing could be suggested for /{}", typing.command(), failed);
                  return List.of();
                })
            .thenAccept(
                known ->
                    event
                        .replyChoices(
                            known.stream()
                                .limit(OptionData.MAX_CHOICES)
                                .map(Suggesting::choice)
                                .toList())
                        .queue(done -> {}, late -> log.debug("suggested too late", late)));
  }

  /** The one field of a form. */
  static final String FIELD = "text";

  /**
   * Shows the form that a press asks for.
   *
   * @param otherwise what to do if there is none, or it is not known in time
   */
  void ask(ButtonInteractionEvent event, ButtonPress press, Runnable otherwise) {
    var _ =
        CompletableFuture.supplyAsync(() -> inbox.form(press), threads)
            .completeOnTimeout(Optional.empty(), IN_TIME.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                failed -> {
                  log.warn("It is not known what to ask for", failed);
                  return Optional.empty();
                })
            .thenAccept(
                form ->
                    form.ifPresentOrElse(
                        asked ->
                            event
                                .replyModal(modal(event.getComponentId(), asked))
                                .queue(done -> {}, late -> log.debug("asked too late", late)),
                        otherwise));
  }

  private static Modal modal(String id, Form form) {
    TextInput field =
        TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
            .setRequired(true)
            .setMaxLength(form.most())
            .build();
    return Modal.create(id, form.title()).addComponents(Label.of(form.label(), field)).build();
  }

  private static Command.Choice choice(Suggestion suggestion) {
    return new Command.Choice(suggestion.label(), suggestion.value());
  }
}
