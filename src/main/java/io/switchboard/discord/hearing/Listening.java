package io.switchboard.discord.hearing;

import io.switchboard.chat.action.Action;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.NotNow;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.speaking.CommandMentions;
import io.switchboard.discord.speaking.Hooks;
import io.switchboard.discord.speaking.Refusals;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands Discord's events to the inbox, those of one place in their order. Runs on JDA's gateway
 * thread and therefore never waits: interactions are deferred first of all, everything else happens
 * in the place's lane.
 */
public final class Listening extends ListenerAdapter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);
  private static final int TRIES = 8;
  private static final Duration LAST = Duration.ofSeconds(3);

  /** As long as an interaction can be answered, less some minutes for the answer. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** Three seconds. */
  private static final int CALMEST = 5;

  private final Inbox inbox;
  private volatile @Nullable JDA connected;
  private final InteractionReading reading;
  private final Hooks hooks;
  private final Registering registering;
  private final Suggesting suggesting;
  private volatile boolean closed;
  private final InOrder lanes =
      new InOrder(
          Executors.newThreadPerTaskExecutor(
              Thread.ofVirtual().name("discord-event-", 0).factory()));

  /**
   * Hands everything to this inbox.
   *
   * @param hooks note deferred interactions
   * @param mentions are told what is listed
   */
  public Listening(Inbox inbox, CommandMenu menu, Hooks hooks, CommandMentions mentions) {
    this.inbox = inbox;
    this.reading = new InteractionReading(menu);
    this.hooks = hooks;
    this.registering = new Registering(menu, mentions);
    this.suggesting = new Suggesting(inbox);
  }

  /** Waits some seconds for what was heard to be stored. To be called when nothing more comes. */
  @Override
  public void close() {
    closed = true;
    lanes.finish(LAST);
  }

  @Override
  public void onReady(ReadyEvent event) {
    log.info(
        "Connected to Discord as {} on {} servers",
        event.getJDA().getSelfUser().getName(),
        event.getGuildTotalCount());
    if (event.getJDA().getShardInfo().getShardId() == 0) {
      JDA jda = event.getJDA();
      connected = jda;
      lanes.run("menu", () -> registering.register(jda, () -> over(jda)));
    }
  }

  /** Lists these commands, unless they are listed already. */
  public void list(CommandMenu now) {
    JDA jda = connected;
    if (registering.follow(now)) {
      reading.follow(now);
      if (jda != null) {
        lanes.run("menu", () -> registering.register(jda, () -> over(jda)));
      }
    }
  }

  private boolean over(JDA jda) {
    return closed
        || jda.getStatus() == JDA.Status.SHUTTING_DOWN
        || jda.getStatus() == JDA.Status.SHUTDOWN;
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    MessageReading.read(event.getMessage()).ifPresent(this::inOrder);
  }

  @Override
  public void onMessageUpdate(MessageUpdateEvent event) {
    MessageReading.edited(event.getMessage()).ifPresent(this::inOrder);
  }

  @Override
  public void onMessageDelete(MessageDeleteEvent event) {
    gone(event.getChannel().getId(), event.getMessageId());
  }

  @Override
  public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
    event.getMessageIds().forEach(message -> gone(event.getChannel().getId(), message));
  }

  private void gone(String channel, String message) {
    lanes.run(
        Ids.place(channel).value(),
        () -> inbox.deleted(Ids.place(channel), MessageRef.of(channel, message).id()));
  }

  @Override
  public void onMessageReactionAdd(MessageReactionAddEvent event) {
    ReactionReading.added(event).ifPresent(this::reaction);
  }

  @Override
  public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
    reaction(ReactionReading.removed(event));
  }

  @Override
  public void onMessageReactionRemoveAll(MessageReactionRemoveAllEvent event) {
    reaction(ReactionReading.cleared(event));
  }

  @Override
  public void onMessageReactionRemoveEmoji(MessageReactionRemoveEmojiEvent event) {
    reaction(ReactionReading.cleared(event));
  }

  private void reaction(Reaction reaction) {
    lanes.run(
        "reactions " + reaction.message(),
        () -> {
          var _ = deliver(reaction.message().value(), () -> inbox.react(reaction));
        });
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    var deferred = event.deferReply(reading.personal(event.getName())).submit();
    IncomingCommand command = reading.read(event);
    answered(command, event.getToken(), deferred, event.getHook());
  }

  /** Not in the place's lane: somebody is typing, and Discord waits three seconds at most. */
  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    suggesting.answer(event, reading.typing(event));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    IncomingCommand command = reading.read(event);
    var deferred = event.deferReply(reading.personal(command.name())).submit();
    answered(command, event.getToken(), deferred, event.getHook());
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    ButtonPress press = reading.read(event);
    if (Action.parse(press.action()).filter(Action::asks).isPresent()) {
      suggesting.ask(event, press, () -> pressed(event, press));
    } else {
      pressed(event, press);
    }
  }

  private void pressed(ButtonInteractionEvent event, ButtonPress press) {
    answered(press, event.getToken(), event.deferEdit().submit(), null);
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    answered(reading.read(event), event.getToken(), event.deferEdit().submit(), null);
  }

  /**
   * Hands it in once it is deferred.
   *
   * @param thinking by which "thinking" is taken away if no reply can follow; null if there is none
   */
  private void answered(
      Incoming incoming,
      String token,
      CompletableFuture<InteractionHook> deferred,
      @Nullable InteractionHook thinking) {
    lanes.run(
        lane(incoming),
        () -> {
          try {
            InteractionHook hook = deferred.orTimeout(10, TimeUnit.SECONDS).join();
            hooks.deferred(token);
            if (!deliver(thinking == null ? incoming : ReplyTo.thinking(incoming, hook))
                && thinking != null) {
              thinking.deleteOriginal().queue(gone -> {}, failed -> {});
            }
          } catch (CompletionException e) {
            boolean ignored = deliver(isDeferredAlready(e) ? incoming : ReplyTo.place(incoming));
          }
        });
  }

  private static boolean isDeferredAlready(CompletionException e) {
    return e.getCause() instanceof ErrorResponseException refused
        && refused.getErrorCode() == Refusals.ACKNOWLEDGED;
  }

  private void inOrder(Incoming incoming) {
    lanes.run(
        lane(incoming),
        () -> {
          boolean ignored = deliver(incoming);
        });
  }

  private static String lane(Incoming incoming) {
    return incoming.origin().place().id().value();
  }

  /**
   * Discord tells everything once only, so what cannot be stored is tried again here, for half a
   * minute, and while nothing can be stored at all for ten; false if it is lost.
   */
  private boolean deliver(Incoming incoming) {
    return deliver(incoming.origin().key(), () -> inbox.receive(incoming));
  }

  private boolean deliver(String what, Runnable store) {
    long begun = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try {
        store.run();
        return true;
      } catch (NotNow away) {
        if (System.nanoTime() - begun > KEPT.toNanos()) {
          log.error("Lost {}: nothing could be stored for {} min", what, KEPT.toMinutes(), away);
          return false;
        }
        log.debug("{} waits for the database", what);
        pause(Math.min(attempt, CALMEST));
      } catch (RuntimeException | Error e) {
        if (attempt >= TRIES) {
          log.error("Lost {}: it could not be stored", what, e);
          return false;
        }
        log.warn("{} could not be stored yet: {}", what, e.toString());
        pause(attempt);
      }
    }
  }

  /** From a tenth of a second to 25 s. */
  static void pause(int attempt) {
    try {
      Thread.sleep(100L << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
