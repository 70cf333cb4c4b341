package io.switchboard.discord.hearing;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.discord.id.FileRef;
import io.switchboard.discord.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Discord's people, places and texts in the house's words. */
final class Words {
  private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
  private static final Pattern CHANNEL = Pattern.compile("<#(\\d+)>");
  private static final Pattern EMOJI = Pattern.compile("<a?(:\\w+:)\\d+>");

  private Words() {}

  static Place place(Channel channel, @Nullable Guild guild) {
    List<String> scopes = new ArrayList<>();
    scopes.add("discord-channel:" + channel.getId());
    ChannelType type = channel.getType();
    if (channel instanceof ThreadChannel thread) {
      parent(thread).ifPresent(parent -> scopes.add("discord-channel:" + parent));
    }
    if (guild != null) {
      scopes.add("discord-server:" + guild.getId());
    }
    Place.Kind kind =
        type == ChannelType.PRIVATE
            ? Place.Kind.PRIVATE
            : type.isThread() ? Place.Kind.THREAD : Place.Kind.GROUP;
    String name = kind == Place.Kind.PRIVATE ? "" : channel.getName();
    return new Place(Ids.place(channel.getId()), kind, name, scopes);
  }

  private static Optional<String> parent(ThreadChannel thread) {
    try {
      return Optional.of(thread.getParentChannel().getId());
    } catch (IllegalStateException e) {
      // A thread of a channel that the bot does not see.
      return Optional.empty();
    }
  }

  static Person person(User user, @Nullable Member member, Locale locale) {
    Set<String> roles =
        member == null || member.isDetached()
            ? Set.of()
            : member.getUnsortedRoles().stream()
                .map(role -> "discord-role:" + role.getId())
                .collect(Collectors.toUnmodifiableSet());
    String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
    return new Person(Ids.person(user.getId()), name, user.getName(), locale, roles);
  }

  static Locale locale(DiscordLocale locale) {
    return locale == DiscordLocale.UNKNOWN
        ? Locale.ENGLISH
        : Locale.forLanguageTag(locale.getLocale());
  }

  /** A text with ids in the configuration's words in place of Discord's mentions. */
  static String text(String raw) {
    String text = USER.matcher(raw).replaceAll("discord:$1");
    text = ROLE.matcher(text).replaceAll("discord-role:$1");
    text = CHANNEL.matcher(text).replaceAll("discord-channel:$1");
    return EMOJI.matcher(text).replaceAll("$1").strip();
  }

  /** The files of a message, which Discord can be asked for again. */
  static List<Attachment> attachments(List<Message.Attachment> files, Message in) {
    return files.stream()
        .map(file -> attachment(file, FileRef.in(file.getUrl(), in.getChannelId(), in.getId())))
        .toList();
  }

  /** A file that came with a command. */
  static Attachment attachment(Message.Attachment file) {
    return attachment(file, FileRef.of(file.getUrl()));
  }

  private static Attachment attachment(Message.Attachment file, FileRef reference) {
    String type = file.getContentType();
    return new Attachment(
        file.getFileName(),
        type == null ? "application/octet-stream" : type,
        file.getSize(),
        reference.text());
  }
}
