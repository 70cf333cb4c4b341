package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is on the server, and what its people do there. */
abstract class Happening extends Wire {
  /** A new person who speaks English. */
  public Person person(String name) {
    return person(name, "en-US");
  }

  /** A new person on the server, with these roles (see {@link #role}). */
  public Person person(String name, String locale, long... roles) {
    synchronized (world) {
      Set<Long> set = new HashSet<>();
      for (long role : roles) {
        set.add(role);
      }
      Person person = new Person(world.snowflake(), name, locale, set, false);
      world.people.put(person.id(), person);
      return person;
    }
  }

  /** Another bot. */
  public Person otherBot(String name) {
    synchronized (world) {
      Person bot = new Person(world.snowflake(), name, "en-US", Set.of(), true);
      world.people.put(bot.id(), bot);
      return bot;
    }
  }

  /** A new role. Make it before the bot connects. */
  public long role(String name) {
    synchronized (world) {
      long id = world.snowflake();
      world.roles.put(id, name);
      return id;
    }
  }

  /** A new text channel. */
  public Channel channel(String name) {
    return newChannel(Channel.TEXT, name);
  }

  /** A new forum. */
  public Channel forum(String name) {
    return newChannel(Channel.FORUM, name);
  }

  private Channel newChannel(int type, String name) {
    synchronized (world) {
      Channel channel = world.add(new Channel(world.snowflake(), type, name, null, null, 0));
      gateway.dispatch("CHANNEL_CREATE", Json.channel(channel));
      return channel;
    }
  }

  /** A new tag of a forum. */
  public void tag(Channel forum, String name, boolean moderated) {
    synchronized (world) {
      forum.tags.put(world.snowflake(), new Channel.Tag(name, moderated));
    }
  }

  /** A forum loses its tags. */
  public void dropTags(Channel forum) {
    synchronized (world) {
      forum.tags.clear();
    }
  }

  /** From now on the bot may manage threads, as moderators may. */
  public void letManageThreads() {
    synchronized (world) {
      world.managesThreads = true;
    }
  }

  /**
   * Somebody puts a sign under a message.
   *
   * @param emoji one of Unicode's, or {@code name:id} of a server's own; no name for one that was
   *     deleted since
   */
  public void react(Person person, Shown message, String emoji) {
    gateway.dispatch("MESSAGE_REACTION_ADD", reaction(person, message, emoji));
  }

  /** Somebody takes a sign back. */
  public void unreact(Person person, Shown message, String emoji) {
    gateway.dispatch("MESSAGE_REACTION_REMOVE", reaction(person, message, emoji));
  }

  /** A moderator takes all signs away. */
  public void clearReactions(Shown message) {
    gateway.dispatch("MESSAGE_REACTION_REMOVE_ALL", about(message));
  }

  /** A moderator takes all signs of a kind away. */
  public void clearReactions(Shown message, String emoji) {
    ObjectNode json = about(message);
    emoji(json, emoji);
    gateway.dispatch("MESSAGE_REACTION_REMOVE_EMOJI", json);
  }

  private static void emoji(ObjectNode json, String emoji) {
    String[] own = emoji.split(":", 2);
    ObjectNode said = json.putObject("emoji").put("id", own.length == 2 ? own[1] : null);
    said.put("name", own[0].isEmpty() ? null : own[0]);
  }

  private static ObjectNode about(Shown message) {
    return Json.object()
        .put("channel_id", "" + message.channel())
        .put("message_id", "" + message.id())
        .put("guild_id", "" + World.SERVER);
  }

  private static ObjectNode reaction(Person person, Shown message, String emoji) {
    ObjectNode json = about(message).put("user_id", "" + person.id());
    emoji(json, emoji);
    json.put("burst", false).put("type", 0).put("message_author_id", "" + World.BOT.id());
    ObjectNode member = Json.member(person);
    member.set("user", Json.user(person));
    json.set("member", member);
    return json;
  }

  /** A thread that this person opens. */
  public Channel thread(Person owner, Channel parent, String name) {
    synchronized (world) {
      Channel thread =
          world.add(new Channel(world.snowflake(), Channel.THREAD, name, parent, null, owner.id()));
      gateway.dispatch("THREAD_CREATE", Json.channel(thread).put("newly_created", true));
      return thread;
    }
  }

  /** The threads and posts under a channel or forum, oldest first. */
  public List<Channel> threads(Channel parent) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(c -> c.parent == parent && !c.deleted)
          .toList();
    }
  }

  /** The private chat of a person with the bot. */
  public Channel dm(Person person) {
    return world.dm(person);
  }

  /** Says something. */
  public Event say(Person person, Channel channel, String text) {
    return new Saying(world, gateway).say(person, channel, text, null, List.of());
  }

  /** Replies to a message. */
  public Event reply(Person person, Channel channel, long to, String text) {
    return new Saying(world, gateway).say(person, channel, text, to, List.of());
  }

  /** Edits what they said. */
  public Event edit(Person person, Channel channel, long message, String text) {
    return new Saying(world, gateway).edit(person, channel, message, text);
  }

  /** Deletes what they said. */
  public Event delete(Person person, Channel channel, long message) {
    return new Saying(world, gateway).delete(person, channel, message);
  }

  /** Says something with a file: its name, media type and size. */
  public Event say(
      Person person, Channel channel, String text, String file, String type, int size) {
    return new Saying(world, gateway)
        .say(
            person,
            channel,
            text,
            null,
            List.of(Saying.file(world, port, file, type, new byte[size])));
  }

  /** Says something with files, which can be fetched: names with contents. */
  public Event say(Person person, Channel channel, String text, Map<String, byte[]> files) {
    return new Saying(world, gateway)
        .say(
            person,
            channel,
            text,
            null,
            files.entrySet().stream()
                .map(f -> Saying.file(world, port, f.getKey(), Cdn.type(f.getKey()), f.getValue()))
                .toList());
  }

  /** The files under a message, as Discord tells of them. */
  public List<ObjectNode> files(Shown message) {
    synchronized (world) {
      return List.copyOf(world.channels.get(message.channel()).messages.get(message.id()).files);
    }
  }

  /** What is in a file. */
  public byte[] content(ObjectNode file) {
    return world.cdn.content(file.path("url").asText().replaceFirst("^https?://[^/]+", ""));
  }

  /** The addresses of files that were told so far lead nowhere from now on. */
  public void endFileAddresses() {
    world.cdn.endAddresses();
  }

  /** Uses a registered command; options by name. */
  public Event slash(Person person, Channel channel, String name, Map<String, String> options) {
    return new Saying(world, gateway).slash(person, channel, name, options);
  }

  /**
   * Types a command without sending it.
   *
   * @param given what is written so far, also of the option that is being written
   * @return what the bot suggests, as Discord was told
   */
  public JsonNode type(
      Person person, Channel channel, String name, Map<String, String> given, String option) {
    return new FillingIn(world, new Saying(world, gateway))
        .type(person, channel, name, given, option);
  }

  /** Waits for the form that a press opens, as Discord was told. */
  public JsonNode form(Event press) {
    return new FillingIn(world, new Saying(world, gateway)).opened(press).answer;
  }

  /** Writes into the one field of the form that a press opens, and sends it. */
  public Event submit(Person person, Event press, String text) {
    return new FillingIn(world, new Saying(world, gateway)).submit(person, press, text);
  }

  /** Presses a button by what is written on it. */
  public Event press(Person person, Shown message, String label) {
    return new Saying(world, gateway).press(person, message, label);
  }

  /** Uses a command of a message's menu, named as it is listed there. */
  public Event useOn(Person person, Shown message, String name) {
    return new Saying(world, gateway).useOn(person, message, name);
  }

  /** The same event once more, as after a resume that went wrong. */
  public void deliverAgain(Event event) {
    gateway.dispatch(event.type(), event.data());
  }

  /** A person deletes a message (their own, or as a moderator). */
  public void delete(Channel channel, long message) {
    synchronized (world) {
      new RestMessages(world, gateway).delete(channel.messages.get(message));
    }
  }
}
