package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Who and what there is on Telegram, and what people do there. */
abstract class Happening {
  final World world = new World();
  final UpdateQueue updates = new UpdateQueue();
  private final People people = new People(world, updates);
  private final Writing writing = new Writing(world, updates);

  /**
   * What the bot is in a chat: {@code member}, {@code left}, {@code restricted} (it may not write),
   * {@code administrator} (who may not post).
   */
  public void botIs(Chat chat, String status) {
    synchronized (world) {
      world.room(chat.id()).botIs = status;
    }
  }

  /** Somebody whose handle is their name in lower case, with an English client. */
  public Person person(String name) {
    return person(name, name.toLowerCase(Locale.ROOT), "en");
  }

  public Person person(String name, String handle, String language) {
    Person person = new Person(world.nextId(), name, handle, language);
    synchronized (world) {
      world.people.put(person.id(), person);
    }
    return person;
  }

  /** The private chat of that person with the bot; made at the first call. */
  public Chat privateChat(Person person) {
    return people.room(new Chat(person.id(), 0, "private", person.name()), false, person);
  }

  /** A supergroup with the bot and these in it. */
  public Chat group(String title, Person... members) {
    return people.room(
        new Chat(-1_000_000_000_000L - world.nextId(), 0, "supergroup", title), false, members);
  }

  /** A supergroup with topics; see {@link #topic}. */
  public Chat forum(String title, Person... members) {
    return people.room(
        new Chat(-1_000_000_000_000L - world.nextId(), 0, "supergroup", title), true, members);
  }

  /** A channel where the bot may post. */
  public Chat channel(String title) {
    return people.room(new Chat(-1_000_000_000_000L - world.nextId(), 0, "channel", title), false);
  }

  /** A new topic of a forum. */
  public Chat topic(Chat forum, String title) {
    return people.topic(forum, title);
  }

  /** The bot is an administrator of the group, so that it is told of reactions. */
  public void botAdministrator(Chat chat) {
    synchronized (world) {
      world.room(chat.id()).botAdministrator = true;
    }
  }

  /** The message is older than two days, so that no bot deletes it. */
  public void age(Shown message) {
    synchronized (world) {
      world.room(message.chat().id()).tooOld.add(message.id());
    }
  }

  /** The group takes the bot back. */
  public void readmit(Chat chat) {
    synchronized (world) {
      world.room(chat.id()).forbidden = "";
    }
  }

  /** Somebody deletes a message. */
  public void delete(Shown message) {
    synchronized (world) {
      world.room(message.chat().id()).messages.remove(message.id());
    }
  }

  /** These are all the signs that somebody gives in a group now. */
  public void react(Person person, Shown message, String... emoji) {
    people.react(person, message, List.of(emoji));
  }

  /** So many give each sign in a channel, where nobody is named. */
  public void count(Shown message, Map<String, Integer> signs) {
    people.count(message, signs);
  }

  public void administrator(Chat chat, Person person) {
    synchronized (world) {
      world.room(chat.id()).administrators.add(person.id());
    }
  }

  /** The group becomes a supergroup with a new id; calls with the old one are told so. */
  public Chat migrate(Chat group) {
    return people.migrate(group);
  }

  /** The person blocks the bot, or the group throws it out. */
  public void expel(Chat chat) {
    synchronized (world) {
      world.room(chat.id()).forbidden =
          chat.isPrivate()
              ? "bot was blocked by the user"
              : "bot was kicked from the " + chat.type() + " chat";
    }
  }

  /**
   * Writes into a chat. Commands and mentions are found as Telegram finds them. A text over 4096
   * characters goes out in several messages at once, as clients do; told is the first.
   */
  public Shown say(Person person, Chat chat, String text) {
    return writing.say(person, chat, text, 0, message -> {});
  }

  /** Edits what they wrote. */
  public Shown edit(Person person, Shown message, String text) {
    return writing.edit(person, message, text);
  }

  /** Writes a text in which the name of the mentioned one, who has no handle, is a link to them. */
  public Shown sayMentioning(Person person, Chat chat, String text, Person mentioned) {
    return writing.sayMentioning(person, chat, text, mentioned);
  }

  /** Answers a message in its chat. */
  public Shown reply(Person person, Shown message, String text) {
    return writing.say(person, message.chat(), text, message.id(), m -> {});
  }

  /** Sends a file with a caption, which may be empty. */
  public Shown document(
      Person person, Chat chat, String name, String type, byte[] bytes, String caption) {
    return writing.file(person, chat, new Writing.File("document", name, type, bytes, ""), caption);
  }

  /** Sends a picture with a caption, which may be empty. */
  public Shown photo(Person person, Chat chat, byte[] bytes, String caption) {
    return writing.file(
        person, chat, new Writing.File("photo", "", "image/jpeg", bytes, ""), caption);
  }

  /** Sends several pictures as one album; the caption is on the first. */
  public Shown album(Person person, Chat chat, List<byte[]> pictures, String caption) {
    return writing.album(person, chat, pictures, caption);
  }

  /** Sends a voice message. */
  public Shown voice(Person person, Chat chat, byte[] bytes) {
    return writing.file(person, chat, new Writing.File("voice", "", "audio/ogg", bytes, ""), "");
  }

  /** Anything that happened in a chat: a service message, a forward; what makes it so is put in. */
  public Shown happens(Person person, Chat chat, Consumer<ObjectNode> what) {
    return writing.say(person, chat, "", 0, what);
  }

  /** Presses the button of that label; the query's id is given back. */
  public String press(Person person, Shown message, String label) {
    return people.press(person, message, label);
  }

  /** Whoever presses, the bot is not told which buttons stand there, as by some servers. */
  public void tellNoKeyboards() {
    synchronized (world) {
      world.keepsKeyboards = true;
    }
  }

  /** The same with data that is on no button there, as bad clients send it. */
  public String forge(Person person, Shown message, String data) {
    return people.forge(person, message, data);
  }
}
