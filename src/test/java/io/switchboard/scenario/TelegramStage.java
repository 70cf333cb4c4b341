package io.switchboard.scenario;

import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Key;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.SentFile;
import io.switchboard.fake.telegram.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The script's people on Telegram. */
final class TelegramStage implements Stage {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)>]+");

  private final FakeTelegram telegram = FakeTelegram.start();
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final Chat group = telegram.group("Friends", person("Ada"), person("Ben"));
  private final Chat community = telegram.channel("Community");
  private final Chat staff = telegram.group("Staff", person("Ada"), person("Cleo"), person("Dan"));
  private final Map<String, Integer> signs = new ConcurrentHashMap<>();
  private Shown lastSaid;
  private int lastUpdate;

  private Person person(String name) {
    return people.computeIfAbsent(name, n -> telegram.person(n, n.toLowerCase(Locale.ROOT), "en"));
  }

  Person who(String name) {
    return person(name);
  }

  Chat group() {
    return group;
  }

  Chat community() {
    return community;
  }

  /** Somebody deletes what the bot said. */
  void delete(Seen message) {
    telegram.delete((Shown) message.message());
  }

  /** Two days pass for a message. */
  void age(Seen message) {
    telegram.age((Shown) message.message());
  }

  FakeTelegram fake() {
    return telegram;
  }

  @Override
  public String yaml() {
    return "telegram: {token: \"%s\", apiUrl: \"%s\"}".formatted(telegram.token(), telegram.url());
  }

  @Override
  public String id(String person) {
    return "telegram:" + person(person).id();
  }

  @Override
  public void speaks(String person, String language) {
    people.put(person, telegram.person(person, person.toLowerCase(Locale.ROOT), language));
  }

  @Override
  public void awaitBot() {
    Awaitility.await().until(() -> !telegram.commands().isEmpty());
  }

  @Override
  public void say(String person, String text) {
    heard(telegram.say(person(person), privateChat(person), text));
  }

  Chat chat(String person) {
    return privateChat(person);
  }

  private Chat privateChat(String person) {
    return telegram.privateChat(person(person));
  }

  private void heard(Shown message) {
    lastSaid = message;
    lastUpdate = message.update();
  }

  @Override
  public void send(String person, String text, String name, byte[] content) {
    String type =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "png" -> "image/png";
          case "txt" -> "text/plain";
          case "mp4" -> "video/mp4";
          default -> "application/octet-stream";
        };
    heard(telegram.document(person(person), privateChat(person), name, type, content, text));
  }

  @Override
  public void paste(String person, String text) {
    say(person, text);
  }

  @Override
  public void album(String person, String text, byte[] one, byte[] two) {
    heard(telegram.album(person(person), privateChat(person), List.of(one, two), text));
  }

  @Override
  public void speak(String person, byte[] sound) {
    heard(telegram.voice(person(person), privateChat(person), sound));
  }

  @Override
  public void sayInGroup(String person, String text) {
    heard(telegram.say(person(person), group, "@" + telegram.botName() + " " + text));
  }

  @Override
  public void chatInGroup(String person, String text) {
    heard(telegram.say(person(person), group, text));
  }

  @Override
  public void reply(String person, Seen message, String text) {
    heard(telegram.reply(person(person), (Shown) message.message(), text));
  }

  @Override
  public void edit(String person, String text) {
    String mention = lastSaid.chat().equals(group) ? "@" + telegram.botName() + " " : "";
    heard(telegram.edit(person(person), lastSaid, mention + text));
  }

  @Override
  public void command(String person, String name, String arguments) {
    say(person, ("/" + name + " " + arguments).strip());
  }

  @Override
  public void commandInGroup(String person, String name, String arguments) {
    chatInGroup(person, ("/" + name + "@" + telegram.botName() + " " + arguments).strip());
  }

  @Override
  public void press(String person, Seen message, String label) {
    Shown now = telegram.now((Shown) message.message());
    String start = start(now, label);
    if (start.isEmpty()) {
      telegram.press(person(person), now, label);
    } else {
      say(person, "/start " + start);
    }
  }

  /** What the bot is told in private by whoever opens the link on a button. */
  private static String start(Shown message, String label) {
    return message.keys().stream()
        .flatMap(List::stream)
        .filter(key -> key.label().equals(label) && key.url().contains("?start="))
        .map(key -> key.url().substring(key.url().indexOf("?start=") + 7))
        .findFirst()
        .orElse("");
  }

  @Override
  public void deliverAgain() {
    telegram.deliverAgain(lastUpdate);
  }

  @Override
  public List<Seen> inPrivate(String person) {
    return seen(privateChat(person));
  }

  @Override
  public List<Seen> inGroup(String person) {
    return seen(group);
  }

  @Override
  public List<Seen> inCommunity() {
    return seen(community);
  }

  @Override
  public String groupScope() {
    return "telegram-chat:" + group.id();
  }

  @Override
  public List<Seen> afterPress(String person) {
    return inPrivate(person);
  }

  @Override
  public List<Seen> inStaff(String person) {
    return seen(staff);
  }

  Chat staff() {
    return staff;
  }

  @Override
  public String staffChannel() {
    return "telegram-chat:" + staff.id();
  }

  @Override
  public void react(String person, Seen post, String sign) {
    signs.merge(sign, 1, Integer::sum);
    telegram.count((Shown) post.message(), Map.copyOf(signs));
  }

  @Override
  public String communityCalled() {
    return "Community";
  }

  @Override
  public String communityNamed() {
    return "Community (Telegram)";
  }

  @Override
  public String communityChannel() {
    return "telegram-chat:" + community.id();
  }

  /** What the bot shows there, oldest first. */
  List<Seen> in(Chat chat) {
    return seen(chat);
  }

  private List<Seen> seen(Chat chat) {
    return telegram.fromBot(chat).stream().map(TelegramStage::seen).toList();
  }

  private static Seen seen(Shown shown) {
    List<String> links = new ArrayList<>();
    shown.entities().stream()
        .filter(e -> e.type().equals("text_link"))
        .forEach(e -> links.add(e.argument()));
    LINK.matcher(shown.text()).results().map(MatchResult::group).forEach(links::add);
    shown.keys().stream()
        .flatMap(List::stream)
        .map(Key::url)
        .filter(url -> url != null && !url.isEmpty())
        .forEach(links::add);
    return new Seen(shown, shown.text(), shown.labels(), links);
  }

  @Override
  public List<String> files(Seen seen) {
    SentFile file = ((Shown) seen.message()).file();
    return file == null ? List.of() : List.of(file.name());
  }

  @Override
  public List<byte[]> contents(Seen seen) {
    SentFile file = ((Shown) seen.message()).file();
    return file == null ? List.of() : List.of(file.bytes());
  }

  @Override
  public List<Instant> moments(Seen seen) {
    return ((Shown) seen.message())
        .entities().stream()
            .filter(e -> e.type().equals("date_time"))
            .map(e -> Instant.ofEpochSecond(Long.parseLong(e.argument())))
            .toList();
  }

  @Override
  public List<String> violations() {
    return telegram.violations();
  }

  @Override
  public void close() {
    telegram.close();
  }
}
