package io.switchboard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The script's people on Discord. */
final class DiscordStage implements Stage {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)>]+");

  private static final Pattern MOMENT = Pattern.compile("<t:(\\d+):\\w>");

  private final FakeDiscord discord = FakeDiscord.start();
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final Channel group = discord.channel("friends");
  private final Channel community = discord.channel("community");
  private final Channel staff = discord.channel("staff");
  private Event last;

  private Person person(String name) {
    return people.computeIfAbsent(name, discord::person);
  }

  FakeDiscord fake() {
    return discord;
  }

  Channel group() {
    return group;
  }

  Channel community() {
    return community;
  }

  /** Somebody deletes what the bot said in the community. */
  void delete(Seen post) {
    discord.delete(community, ((Shown) post.message()).id());
  }

  Person who(String name) {
    return person(name);
  }

  @Override
  public String yaml() {
    return "discord: {token: \"%s\", apiUrl: \"%s\", gatewayUrl: \"%s\"}"
        .formatted(discord.token(), discord.apiUrl(), discord.gatewayUrl());
  }

  @Override
  public String id(String person) {
    return "discord:" + person(person).id();
  }

  @Override
  public void speaks(String person, String language) {
    String locale = language.replace("zh-Hans", "zh-CN").replace("zh-Hant", "zh-TW");
    people.put(person, discord.person(person, locale));
  }

  /** Somebody has these roles on the server. Before the bot is started. */
  void gives(String person, long... roles) {
    people.put(person, discord.person(person, "en-US", roles));
  }

  @Override
  public void awaitBot() {
    discord.awaitBot();
    Awaitility.await().until(() -> !discord.commands().isEmpty());
  }

  @Override
  public void say(String person, String text) {
    last = discord.say(person(person), discord.dm(person(person)), text);
  }

  @Override
  public void send(String person, String text, String name, byte[] content) {
    last = discord.say(person(person), discord.dm(person(person)), text, Map.of(name, content));
  }

  /** Discord's app makes a file of it. */
  @Override
  public void paste(String person, String text) {
    send(person, "", "message.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void album(String person, String text, byte[] one, byte[] two) {
    last =
        discord.say(
            person(person), discord.dm(person(person)), text, Map.of("a.png", one, "b.png", two));
  }

  @Override
  public void speak(String person, byte[] sound) {
    send(person, "", "voice-message.ogg", sound);
  }

  @Override
  public void sayInGroup(String person, String text) {
    chatInGroup(person, discord.mention() + " " + text);
  }

  @Override
  public void chatInGroup(String person, String text) {
    last = discord.say(person(person), group, text);
  }

  @Override
  public void reply(String person, Seen message, String text) {
    Shown shown = (Shown) message.message();
    Channel channel = shown.channel() == group.id() ? group : discord.dm(person(person));
    last = discord.reply(person(person), channel, shown.id(), text);
  }

  @Override
  public void edit(String person, String text) {
    long channel = Long.parseLong(last.data().path("channel_id").asText());
    Channel where = channel == group.id() ? group : discord.dm(person(person));
    String mention = where == group ? discord.mention() + " " : "";
    last = discord.edit(person(person), where, last.id(), mention + text);
  }

  /** Presses a button that opens a form, and sends it with this text. */
  void fill(String person, Seen message, String label, String text) {
    Event press = discord.press(person(person), (Shown) message.message(), label);
    Awaitility.await().until(() -> discord.form(press) != null);
    last = discord.submit(person(person), press, text);
  }

  /** Deletes what was said last. */
  void deleteLast(String person) {
    last = discord.delete(person(person), group, last.id());
  }

  /** Sends a file in the group, meaning the bot. */
  void sendInGroup(String person, String text, String name, byte[] content) {
    last =
        discord.say(person(person), group, discord.mention() + " " + text, Map.of(name, content));
  }

  @Override
  public void command(String person, String name, String arguments) {
    last =
        discord.slash(person(person), discord.dm(person(person)), name, options(name, arguments));
  }

  @Override
  public void commandInGroup(String person, String name, String arguments) {
    last = discord.slash(person(person), group, name, options(name, arguments));
  }

  /** The words, one an option in the menu's order; the last option takes what is left. */
  private Map<String, String> options(String command, String arguments) {
    List<String> names = new ArrayList<>();
    for (JsonNode registered : discord.commands()) {
      if (registered.path("name").asText().equals(command)) {
        for (JsonNode option : registered.path("options")) {
          if (option.path("type").asInt() == 3) {
            names.add(option.path("name").asText());
          }
        }
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    String rest = arguments.strip();
    for (int i = 0; i < names.size() && !rest.isEmpty(); i++) {
      String[] words = i == names.size() - 1 ? new String[] {rest} : rest.split("\\s+", 2);
      options.put(names.get(i), words[0]);
      rest = words.length > 1 ? words[1] : "";
    }
    return options;
  }

  @Override
  public void press(String person, Seen message, String label) {
    last = discord.press(person(person), (Shown) message.message(), label);
  }

  @Override
  public void deliverAgain() {
    discord.deliverAgain(last);
  }

  @Override
  public List<Seen> inPrivate(String person) {
    return seen(discord.dm(person(person)), person);
  }

  @Override
  public List<Seen> inGroup(String person) {
    return seen(group, person);
  }

  @Override
  public List<Seen> inCommunity() {
    return seen(community, "Ada");
  }

  @Override
  public String groupScope() {
    return "discord-channel:" + group.id();
  }

  @Override
  public List<Seen> afterPress(String person) {
    return seen(community, person);
  }

  @Override
  public List<Seen> inStaff(String person) {
    return seen(staff, person);
  }

  @Override
  public String staffChannel() {
    return "discord-channel:" + staff.id();
  }

  @Override
  public void react(String person, Seen post, String sign) {
    discord.react(person(person), (Shown) post.message(), sign);
  }

  @Override
  public String communityChannel() {
    return "discord-channel:" + community.id();
  }

  /** Discord shows its name there, and opens it when it is pressed. */
  @Override
  public String communityCalled() {
    return "<#" + community.id() + ">";
  }

  @Override
  public String communityNamed() {
    return "#community (Discord)";
  }

  /** What the bot shows there, oldest first. */
  List<Seen> in(Channel channel) {
    return seen(channel, "Ada");
  }

  private List<Seen> seen(Channel channel, String reader) {
    return discord.fromBot(channel, person(reader)).stream().map(DiscordStage::seen).toList();
  }

  private static Seen seen(Shown shown) {
    List<String> links = new ArrayList<>(shown.links());
    LINK.matcher(shown.content()).results().map(MatchResult::group).forEach(links::add);
    String text = shown.displayed().replaceAll("(?<!`)`(?!`)", "");
    return new Seen(shown, text, shown.buttons(), links);
  }

  @Override
  public List<String> files(Seen seen) {
    return discord.files((Shown) seen.message()).stream()
        .map(file -> file.path("filename").asText())
        .toList();
  }

  @Override
  public List<byte[]> contents(Seen seen) {
    return discord.files((Shown) seen.message()).stream().map(discord::content).toList();
  }

  @Override
  public List<Instant> moments(Seen seen) {
    return MOMENT
        .matcher(((Shown) seen.message()).content())
        .results()
        .map(m -> Instant.ofEpochSecond(Long.parseLong(m.group(1))))
        .toList();
  }

  @Override
  public List<String> violations() {
    return discord.violations();
  }

  @Override
  public void close() {
    discord.close();
  }
}
