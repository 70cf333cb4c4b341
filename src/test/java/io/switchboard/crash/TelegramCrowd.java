package io.switchboard.crash;

import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** People on Telegram. */
final class TelegramCrowd implements Crowd {
  private final FakeTelegram telegram;
  private final List<Person> people;
  private final GreedyAsker greedy;
  private final List<Integer> updates = new CopyOnWriteArrayList<>();

  TelegramCrowd(int people, boolean budgets) {
    telegram = budgets ? FakeTelegram.start() : FakeTelegram.start().withoutBudgets();
    this.people = IntStream.range(0, people).mapToObj(i -> telegram.person("Tess" + i)).toList();
    greedy = new GreedyAsker(telegram);
  }

  /** One more, who asks too much. */
  GreedyAsker greedy() {
    return greedy;
  }

  /** Those who try what is not theirs. */
  Strangers strangers() {
    return new Strangers(telegram);
  }

  @Override
  public List<String> admins() {
    return List.of(greedy.admin());
  }

  @Override
  public String yaml() {
    return "telegram: {token: \"%s\", apiUrl: \"%s\"}".formatted(telegram.token(), telegram.url());
  }

  @Override
  public String letter() {
    return "t";
  }

  @Override
  public int size() {
    return people.size();
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public boolean listening() {
    return telegram.calls().contains("setmycommands");
  }

  @Override
  public void say(int person, String text) {
    Person who = people.get(person % people.size());
    updates.add(telegram.say(who, telegram.privateChat(who), text).update());
  }

  @Override
  public void deliverAgain(Random random) {
    telegram.deliverAgain(updates.get(random.nextInt(updates.size())));
  }

  @Override
  public List<Seen> shown() {
    return people.stream().flatMap(person -> shown(telegram.privateChat(person)).stream()).toList();
  }

  private List<Seen> shown(Chat chat) {
    return telegram.fromBot(chat).stream()
        .map(m -> new Seen(chat.title(), m.text(), m.labels(), m.history()))
        .toList();
  }

  @Override
  public int untold() {
    return telegram.unconfirmed();
  }

  @Override
  public List<String> violations() {
    return telegram.violations();
  }

  @Override
  public void atCall(Moment moment, String contains, Runnable what) {
    String method = moment == Moment.SEND ? "sendMessage" : "editMessageText";
    telegram.afterNext(method.toLowerCase(Locale.ROOT), contains, what);
  }

  /** One of them gives a command. */
  void command(int person, String text) {
    Person who = people.get(person);
    telegram.say(who, telegram.privateChat(who), text);
  }

  /** All press this button under whatever says that. */
  void pressAll(String text, String button) {
    for (Person who : people) {
      telegram.fromBot(telegram.privateChat(who)).stream()
          .filter(m -> m.text().contains(text) && m.labels().contains(button))
          .forEach(m -> telegram.press(who, m, button));
    }
  }

  /** What the bot has said to all of them. */
  List<Shown> messages() {
    return people.stream()
        .flatMap(p -> telegram.fromBot(telegram.privateChat(p)).stream())
        .toList();
  }

  /** The platform cannot be reached while this goes on. */
  void away(Runnable meanwhile) {
    telegram.down();
    try {
      meanwhile.run();
    } finally {
      telegram.up();
    }
  }

  /** The next call in this person's chat is refused, and none is wanted for so many seconds. */
  void pauseNext(int person, int seconds) {
    telegram.throttleNext(telegram.privateChat(people.get(person)), seconds);
  }

  /** How many calls were refused because there were too many. */
  int refused() {
    return telegram.refusals();
  }

  @Override
  public void close() {
    telegram.close();
  }

  @Override
  public String toString() {
    return "Telegram";
  }
}
