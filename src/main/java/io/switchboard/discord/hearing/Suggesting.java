package io.switchboard.discord.hearing;

import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers those who are typing, before Discord waits no more. */
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

  private static Command.Choice choice(Suggestion suggestion) {
    return new Command.Choice(suggestion.label(), suggestion.value());
  }
}
