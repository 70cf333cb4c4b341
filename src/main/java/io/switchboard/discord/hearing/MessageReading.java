package io.switchboard.discord.hearing;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.discord.id.Handle;
import io.switchboard.discord.id.MessageRef;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;
import org.jspecify.annotations.Nullable;

/** Reads people's messages: whether the bot is meant, and what was said to it. */
final class MessageReading {
  private static final Pattern COMMAND =
      Pattern.compile(
          "/([a-z0-9_-]{1,32})(?:\\s+(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private MessageReading() {}

  /** The message, unless a bot wrote it or it only reports what happened in the channel. */
  static Optional<Incoming> read(Message message) {
    return read(message, "discord:message/" + message.getId());
  }

  /** The message as it is now that it was edited, unless it is none that is {@link #read}. */
  static Optional<Incoming> edited(Message message) {
    OffsetDateTime at = message.getTimeEdited();
    if (at == null) {
      // Discord has only looked at a link in it, or somebody has pinned it.
      return Optional.empty();
    }
    String key = "discord:edit/" + message.getId() + "/" + at.toInstant().toEpochMilli();
    return read(message, key)
        .filter(IncomingMessage.class::isInstance)
        .map(now -> new IncomingEdit((IncomingMessage) now));
  }

  private static Optional<Incoming> read(Message message, String key) {
    boolean said =
        message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
    if (!said
        || message.isWebhookMessage()
        || message.getAuthor().isBot()
        || message.getAuthor().isSystem()) {
      return Optional.empty();
    }
    Guild guild = message.isFromGuild() ? message.getGuild() : null;
    Place place = Words.place(message.getChannel(), guild);
    Pattern me = mention(message.getJDA().getSelfUser(), guild);
    String raw = message.getContentRaw();
    List<Attachment> files = new ArrayList<>(Words.attachments(message.getAttachments(), message));
    for (MessageSnapshot forwarded : message.getMessageSnapshots()) {
      raw = (raw + "\n\n" + forwarded.getContentRaw()).strip();
      files.addAll(Words.attachments(forwarded.getAttachments(), message));
    }
    boolean addressed =
        place.kind() == Place.Kind.PRIVATE
            || isMine(message)
            || me.matcher(raw).find()
            || repliesToMe(message);
    String text = Words.text(withoutMention(me, raw));
    Origin origin =
        new Origin(
            key,
            place,
            Words.person(
                message.getAuthor(),
                message.getMember(),
                guild == null ? Locale.ENGLISH : Words.locale(guild.getLocale())),
            new Destination(place.id(), new Handle.ToMessage(message.getId()).text()),
            message.getTimeCreated().toInstant());
    MessageId repliesTo = repliesTo(message);
    Matcher command = COMMAND.matcher(text);
    if (command.matches() && addressed) {
      return Optional.of(
          new IncomingCommand(
              origin,
              command.group(1).toLowerCase(Locale.ROOT),
              command.group(2) == null ? "" : command.group(2).strip(),
              repliesTo,
              files));
    }
    MessageId id = MessageRef.of(message.getChannel().getId(), message.getId()).id();
    return Optional.of(new IncomingMessage(origin, id, text, repliesTo, addressed, files));
  }

  /** A mention of the bot; its own role is taken for one too, because Discord offers both alike. */
  private static Pattern mention(SelfUser self, @Nullable Guild guild) {
    Role role = guild == null ? null : guild.getBotRole();
    String ids = "!?" + self.getId() + (role == null ? "" : "|&" + role.getId());
    return Pattern.compile("<@(?:" + ids + ")>");
  }

  private static String withoutMention(Pattern me, String raw) {
    String bare = Pattern.compile("[ \\t]*" + me + "[ \\t]*").matcher(raw).replaceAll(" ").strip();
    // "@bot, what is…" has lost what its comma belonged to.
    return bare.length() < raw.strip().length() ? bare.replaceFirst("^[,:]\\s+", "") : bare;
  }

  private static boolean repliesToMe(Message message) {
    if (message.getType() != MessageType.INLINE_REPLY) {
      return false;
    }
    SelfUser self = message.getJDA().getSelfUser();
    Message original = message.getReferencedMessage();
    return original == null
        ? message.getMentions().isMentioned(self, Message.MentionType.USER)
        : original.getAuthor().getIdLong() == self.getIdLong();
  }

  private static @Nullable MessageId repliesTo(Message message) {
    MessageReference reference = message.getMessageReference();
    return reference == null || message.getType() != MessageType.INLINE_REPLY
        ? null
        : MessageRef.of(reference.getChannelId(), reference.getMessageId()).id();
  }

  /**
   * Whether it was said in a thread that the bot opened for a conversation, where nobody need
   * mention it. What it posted in a forum is for people to talk about.
   */
  private static boolean isMine(Message message) {
    return message.getChannelType().isThread()
        && message.getGuildChannel() instanceof ThreadChannel thread
        && thread.getOwnerIdLong() == message.getJDA().getSelfUser().getIdLong()
        && !isPost(thread);
  }

  private static boolean isPost(ThreadChannel thread) {
    try {
      ChannelType parent = thread.getParentChannel().getType();
      return parent == ChannelType.FORUM || parent == ChannelType.MEDIA;
    } catch (IllegalStateException e) {
      return false; // of a channel that the bot does not see
    }
  }
}
