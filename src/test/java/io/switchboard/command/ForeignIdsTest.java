package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.event.ButtonPress;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever presses any button there is, with any number in it and under any message, changes nothing
 * that is somebody else's and reads nothing of it. New buttons are found by themselves.
 */
class ForeignIdsTest extends InTown {
  /** What a press may write down about the presser, or about what the program does. */
  private static final Set<String> NOT_ANYBODYS =
      Set.of("flyway_schema_history", "queue_clock", "lease");

  /** Bob comes second. */
  private static final Pattern BOBS =
      Pattern.compile("[{ ](member|member_id|owner|owner_id)=2[,}]|name=bob,|=member:2[,}]");

  private static final List<Long> IDS =
      Stream.concat(
              Stream.iterate(0L, n -> n <= 12, n -> n + 1), Stream.of(-1L, 99L, Long.MAX_VALUE))
          .toList();

  private static final List<String> WORDS =
      List.of("", "7d", "1h", "public", "members", "named", "mask", "on", "off", "pirate", "en");

  @BeforeEach
  void aliceHasSomeOfEverything() {
    town.exchange(town.alice, "SECRET-ONE", "SECRET-ANSWER");
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    town.say(town.alice, "SECRET-RUNNING");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "SECRET-WAITING");
  }

  @Test
  void anotherMembersPressesChangeNothingOfHers() throws Exception {
    town.say(town.bob, "mine");
    presses(town.bob);
  }

  @Test
  void aStrangersPressesChangeNothing() throws Exception {
    presses(town.stranger);
  }

  private void presses(Person presser) throws Exception {
    Map<String, List<String>> before = rows();
    int seen = town.chat(presser).size();
    List<MessageId> messages =
        town.chat(town.alice).stream().map(MemoryPlatform.Shown::id).toList();
    List<Action> actions = new ArrayList<>();
    every(Action.class, actions);
    assertThat(actions).hasSizeGreaterThan(100);
    for (Action action : actions) {
      MessageId under = messages.get(actions.indexOf(action) % messages.size());
      town.receive(
          new ButtonPress(town.origin(presser, Town.alone(presser)), under, action.encode()));
    }
    Map<String, List<String>> after = rows();
    before.forEach(
        (table, lines) -> assertThat(after.get(table)).as("in %s", table).containsAll(lines));
    assertThat(town.chat(presser).subList(seen, town.chat(presser).size()))
        .noneMatch(message -> message.text().contains("SECRET"));
    assertThat(town.chat(town.alice)).noneMatch(message -> message.text().contains("taken back"));
  }

  /** Every button there is, with all these values in it. */
  private static void every(Class<?> type, List<Action> into) throws Exception {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        every(permitted, into);
      }
      return;
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Class<?>[] kinds = constructor.getParameterTypes();
    for (Object first : values(kinds[0])) {
      if (kinds.length == 1) {
        into.add((Action) constructor.newInstance(first));
      } else {
        for (Object second : values(kinds[1])) {
          into.add((Action) constructor.newInstance(all(kinds, first, second)));
        }
      }
    }
  }

  /** More than two are seldom ids: they are all the same. */
  private static Object[] all(Class<?>[] kinds, Object first, Object second) {
    Object[] all = new Object[kinds.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i == 0 ? first : i == 1 ? second : values(kinds[i]).getLast();
    }
    return all;
  }

  private static List<?> values(Class<?> kind) {
    return kind == long.class
        ? IDS
        : kind == int.class
            ? List.of(-1, 0, 1, Integer.MAX_VALUE)
            : kind == boolean.class ? List.of(true, false) : WORDS;
  }

  /** All that is written down, by table, but for what is bob's own. */
  private Map<String, List<String>> rows() {
    return town.database.read(
        h -> {
          Map<String, List<String>> all = new HashMap<>();
          for (String table : tables(h)) {
            all.put(
                table,
                h.createQuery("select * from \"" + table + "\"").mapToMap().stream()
                    .map(Object::toString)
                    .filter(row -> !BOBS.matcher(row).find())
                    .toList());
          }
          return all;
        });
  }

  private static List<String> tables(Handle h) {
    return h
        .createQuery(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
        .mapTo(String.class)
        .stream()
        .filter(table -> !NOT_ANYBODYS.contains(table.toLowerCase(Locale.ROOT)))
        .filter(table -> !table.toLowerCase(Locale.ROOT).startsWith("qrtz_"))
        .toList();
  }
}
