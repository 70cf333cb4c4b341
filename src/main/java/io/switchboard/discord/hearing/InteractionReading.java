package io.switchboard.discord.hearing;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.event.Typing;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.discord.id.Handle.ToInteraction;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.id.Snowflake;
import io.switchboard.discord.speaking.MessageBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/** Reads commands chosen from the menu, and presses of buttons. */
final class InteractionReading {
  private volatile CommandMenu menu;

  InteractionReading(CommandMenu menu) {
    this.menu = menu;
  }

  /** Reads what is listed so from now on. */
  void follow(CommandMenu now) {
    menu = now;
  }

  /** Whether the replies to a command are for the asker's eyes. */
  boolean personal(String command) {
    return entry(command).map(CommandMenu.Entry::personal).orElse(false);
  }

  private Optional<CommandMenu.Entry> entry(String command) {
    return menu.entries().stream().filter(e -> e.name().equals(command)).findFirst();
  }

  IncomingCommand read(SlashCommandInteractionEvent event) {
    List<String> values = new ArrayList<>();
    List<Attachment> files = new ArrayList<>();
    for (OptionMapping option : inOrder(event)) {
      if (option.getType() == OptionType.ATTACHMENT) {
        files.add(Words.attachment(option.getAsAttachment()));
      } else {
        values.add(Words.text(option.getAsString()));
      }
    }
    return new IncomingCommand(
        origin(event, kind(event.getName())),
        event.getName(),
        String.join(" ", values).strip(),
        null,
        files);
  }

  /** The options in the menu's order: people fill them in any order. */
  private List<OptionMapping> inOrder(SlashCommandInteractionEvent event) {
    List<OptionMapping> given = new ArrayList<>(event.getOptions());
    List<String> order =
        entry(event.getName()).stream()
            .flatMap(e -> e.options().stream())
            .map(CommandMenu.Option::name)
            .toList();
    given.sort((a, b) -> Integer.compare(place(order, a.getName()), place(order, b.getName())));
    return given;
  }

  private static int place(List<String> order, String name) {
    int at = order.indexOf(name);
    return at < 0 ? order.size() : at;
  }

  IncomingCommand read(MessageContextInteractionEvent event) {
    Message target = event.getTarget();
    String name = event.getName().toLowerCase(Locale.ROOT);
    return new IncomingCommand(
        origin(event, kind(name)),
        name,
        "",
        MessageRef.of(target.getChannelId(), target.getId()).id(),
        List.of());
  }

  Typing typing(CommandAutoCompleteInteractionEvent event) {
    Map<String, String> given = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      if (!option.getName().equals(event.getFocusedOption().getName())) {
        given.put(option.getName(), Words.text(option.getAsString()));
      }
    }
    return new Typing(
        origin(event, kind(event.getName())),
        event.getName(),
        event.getFocusedOption().getName(),
        event.getFocusedOption().getValue(),
        given);
  }

  ButtonPress read(ButtonInteractionEvent event) {
    Origin origin = origin(event, ToInteraction.Kind.PRESS);
    return new ButtonPress(origin, pressed(event), MessageBody.action(event.getComponentId()));
  }

  /** A form that was filled in, as the press that opened it. */
  ButtonPress read(ModalInteractionEvent event) {
    ModalMapping field = event.getValue(Suggesting.FIELD);
    String channel = Objects.requireNonNull(event.getChannelId());
    @Nullable Message message = event.getMessage();
    return new ButtonPress(
        origin(event, ToInteraction.Kind.PRESS),
        message == null ? MessageRef.of(channel, event.getId()).id() : pressed(event, message),
        MessageBody.action(event.getModalId()),
        field == null ? "" : Words.text(field.getAsString()));
  }

  private static MessageId pressed(ModalInteractionEvent event, Message message) {
    String channel = message.getChannelId();
    return message.isEphemeral()
        ? new MessageRef(
                channel,
                message.getId(),
                new MessageRef.Hook(application(event), event.getToken(), "@original"))
            .id()
        : MessageRef.of(channel, message.getId()).id();
  }

  private static MessageId pressed(ButtonInteractionEvent event) {
    String channel = event.getChannelId();
    @Nullable Message message = event.getMessage();
    // A message for one person's eyes is reached by the press: @original is what was pressed.
    return message != null && message.isEphemeral()
        ? new MessageRef(
                channel,
                event.getMessageId(),
                new MessageRef.Hook(application(event), event.getToken(), "@original"))
            .id()
        : MessageRef.of(channel, event.getMessageId()).id();
  }

  private ToInteraction.Kind kind(String command) {
    return personal(command) ? ToInteraction.Kind.PERSONAL : ToInteraction.Kind.PUBLIC;
  }

  private static String application(Interaction event) {
    return event.getJDA().getSelfUser().getApplicationId();
  }

  private static Origin origin(Interaction event, ToInteraction.Kind kind) {
    Place place = Words.place(Objects.requireNonNull(event.getChannel()), event.getGuild());
    ToInteraction handle =
        new ToInteraction(
            application(event),
            event.getIdLong(),
            kind,
            event.getUser().getId(),
            "",
            event.getToken());
    return new Origin(
        "discord:interaction/" + event.getId(),
        place,
        Words.person(event.getUser(), event.getMember(), Words.locale(event.getUserLocale())),
        new Destination(place.id(), handle.text()),
        Snowflake.time(event.getIdLong()));
  }
}
