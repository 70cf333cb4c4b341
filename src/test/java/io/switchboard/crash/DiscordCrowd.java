package io.switchboard.crash;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** People on Discord. */
final class DiscordCrowd implements Crowd {
  private static final String SEND = "POST /channels/\\d+/messages";
  private static final String EDIT = "PATCH /channels/\\d+/messages/\\d+";

  private final FakeDiscord discord = FakeDiscord.start();
  private final List<Person> people;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  DiscordCrowd(int people) {
    this.people = IntStream.range(0, people).mapToObj(i -> discord.person("Dora" + i)).toList();
  }

  @Override
  public String yaml() {
    return "discord: {token: \"%s\", apiUrl: \"%s\", gatewayUrl: \"%s\"}"
        .formatted(discord.token(), discord.apiUrl(), discord.gatewayUrl());
  }

  @Override
  public String letter() {
    return "d";
  }

  @Override
  public int size() {
    return people.size();
  }

  @Override
  public boolean keeps() {
    return false;
  }

  @Override
  public boolean listening() {
    return discord.botConnected();
  }

  @Override
  public void say(int person, String text) {
    Person who = people.get(person % people.size());
    events.add(discord.say(who, discord.dm(who), text));
  }

  @Override
  public void deliverAgain(Random random) {
    discord.deliverAgain(events.get(random.nextInt(events.size())));
  }

  @Override
  public List<Seen> shown() {
    return people.stream().flatMap(person -> shown(discord.dm(person), person).stream()).toList();
  }

  private List<Seen> shown(Channel chat, Person person) {
    return discord.fromBot(chat, person).stream()
        .map(m -> new Seen(person.name(), m.displayed(), m.buttons(), m.edits()))
        .toList();
  }

  @Override
  public int untold() {
    return 0;
  }

  @Override
  public List<String> violations() {
    return discord.violations();
  }

  @Override
  public void atCall(Moment moment, String contains, Runnable what) {
    discord.afterNext(moment == Moment.SEND ? SEND : EDIT, contains, what);
  }

  /** The network breaks, the platform forgets, refuses, or takes something and does not say so. */
  void trouble(Random random, Runnable meanwhile) {
    String call = random.nextBoolean() ? SEND : EDIT;
    switch (random.nextInt(6)) {
      case 0 -> discord.dropConnection();
      case 1 -> {
        discord.forgetSessions();
        discord.dropConnection();
      }
      case 2 -> discord.refuseNext(call, 502, 0);
      case 3 -> discord.resetNext(call);
      case 4 -> discord.loseAnswerOfNext(call);
      default -> {
        discord.down();
        try {
          meanwhile.run();
        } finally {
          discord.up();
        }
      }
    }
  }

  /** Edits in this person's chat are refused for so long. */
  void pauseEdits(int person, Duration span) {
    discord.pauseEdits(discord.dm(people.get(person)), span);
  }

  /** Some minutes go by. */
  void forgetNonces() {
    discord.forgetNonces();
  }

  /** How many calls were refused meanwhile. */
  int held() {
    return discord.held();
  }

  @Override
  public void close() {
    discord.close();
  }

  @Override
  public String toString() {
    return "Discord";
  }
}
