package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Telegram for tests: a Bot API server on a free port of loopback, and the people and chats behind
 * it.
 *
 * <p>Point the bot at {@link #url} with {@link #token}, let people {@link #say} things, and read
 * {@link #messages} as those people see them: the visible text after Telegram's own parsing of the
 * markup, the buttons, what a message showed before. The state is here and not in the connection,
 * so the bot may be killed and started again.
 *
 * <p>What is strict: long polling hands an update out again until a later offset confirms it; a
 * second poller ends the first with 409; sends and edits have a budget (one a second in a chat with
 * a burst of three, 20 a minute in groups, 30 a second in all) beyond which there is 429 with
 * {@code retry_after}; markup with an unknown, unclosed or wrongly nested tag or a bare {@code <}
 * is 400; captions over 1024, photos over 10 MB or of odd proportions, other files over 50 MB, an
 * edit of text under a file are 400 (or 413); texts over 4096 UTF-16 units after parsing are 400;
 * an edit that changes nothing is 400; callback data has 64 bytes, and a button's address needs a
 * real host. In groups with privacy mode (the default) the bot hears only commands, mentions of it
 * and replies to it. What the bot should not have done is in {@link #violations}.
 */
public final class FakeTelegram extends Happening implements AutoCloseable {
  static final long BOT_ID = 6_000_001;
  static final String BOT_NAME = "switchboard_bot";

  private final Budget budget = new Budget();
  private final String token = BOT_ID + ":AAH-fake-token_0123456789abcdefghijkl";
  private final BotApi api = new BotApi(world, updates, budget);
  private final Server server = new Server(api, world, token);

  private FakeTelegram() {}

  /** A new one, up, without people, and without rich messages. */
  public static FakeTelegram start() {
    FakeTelegram telegram = new FakeTelegram();
    telegram.server.up();
    return telegram;
  }

  /** The address of the Bot API; the same after {@link #down} and {@link #up}. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  public String token() {
    return token;
  }

  /** The bot's user name, without the at sign. */
  public String botName() {
    return BOT_NAME;
  }

  /** From now on rich messages and their drafts are understood, as by Bot API 10.1 and later. */
  public FakeTelegram withRichMessages() {
    world.richSupported = true;
    return this;
  }

  /** Takes the budgets away, for tests that are about something else. */
  public FakeTelegram withoutBudgets() {
    budget.unlimited();
    return this;
  }

  /** Messages are counted over all chats but supergroups, as Telegram does; else in each chat. */
  public FakeTelegram countingTogether() {
    world.together = true;
    return this;
  }

  /** Whether the bot hears in groups only what is meant for it. */
  public FakeTelegram privacyMode(boolean on) {
    world.privacyMode = on;
    return this;
  }

  /** Whether the bot can be added to groups. */
  public FakeTelegram joinsGroups(boolean can) {
    world.joinsGroups = can;
    return this;
  }

  /** Whether the bot has answered a press. */
  public boolean answered(String callbackQuery) {
    synchronized (world) {
      return world.callbackAnswers.containsKey(callbackQuery);
    }
  }

  /** What is shown in a chat, or in one topic of it, now, from both sides. */
  public List<Shown> messages(Chat chat) {
    synchronized (world) {
      return world.room(chat.id()).messages.values().stream()
          .filter(m -> chat.topic() == 0 || m.chat().topic() == chat.topic())
          .toList();
    }
  }

  /** What the bot has said there. */
  public List<Shown> fromBot(Chat chat) {
    return messages(chat).stream().filter(Shown::bot).toList();
  }

  /** The message as it is shown now; fails if it was deleted. */
  public Shown now(Shown message) {
    synchronized (world) {
      return world.room(message.chat().id()).messages.get(message.id());
    }
  }

  /** Whether a message opens a reply for whoever it is for. */
  public boolean opensReply(Shown message) {
    synchronized (world) {
      return world.room(message.chat().id()).forced.containsKey(message.id());
    }
  }

  /** The drafts that were shown in private chats, newest text each, by {@code chat/draft}. */
  public Map<String, String> drafts() {
    synchronized (world) {
      return Map.copyOf(world.drafts);
    }
  }

  /** The menus set, by {@code scope/language}: each command's name, a space, its description. */
  public Map<String, List<String>> commands() {
    synchronized (world) {
      return Map.copyOf(world.commands);
    }
  }

  /**
   * What somebody's app shows in their private chat with the bot, as Telegram chooses it: each
   * command's name, a space, its description.
   */
  public List<String> menu(Person person) {
    return api.menus.shown(person);
  }

  /** The same in a group. */
  public List<String> menu(Person person, Chat group) {
    return api.menus.shown(person, group);
  }

  /** Delivers an update once more, though it was confirmed. */
  public void deliverAgain(int update) {
    updates.again(update);
  }

  /** Updates that no offset has confirmed yet. */
  public int unconfirmed() {
    return updates.waiting();
  }

  /** How often a poller was ended by another. */
  public int conflicts() {
    return updates.conflicts();
  }

  /** The calls so far in their order, as {@code method}, in lower case; without getUpdates. */
  public List<String> calls() {
    synchronized (world) {
      return world.calls.stream().map(Call::method).toList();
    }
  }

  /** The parameters of the last call of this method. */
  public ObjectNode lastCall(String method) {
    synchronized (world) {
      return world.calls.stream()
          .filter(c -> c.method().equalsIgnoreCase(method))
          .reduce((a, b) -> b)
          .orElseThrow()
          .parameters();
    }
  }

  /** The next send or edit there gets 429, and all until then. */
  public void throttleNext(Chat chat, int seconds) {
    budget.throttleNext(chat.id(), seconds);
  }

  /** How many calls were refused because there were too many, asked for or not. */
  public int refusals() {
    return budget.refusals();
  }

  /** Nothing listens any more. */
  public void down() {
    updates.close();
    server.down();
  }

  /** Listens again, on the same port. */
  public void up() {
    updates.open();
    server.up();
  }

  /** Runs this once, when such a call comes, which then has no effect; see {@link #afterNext}. */
  public void beforeNext(String method, String contains, Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    api.onArrival(
        call -> {
          boolean meant =
              call.method().equals(method)
                  && call.parameters().toString().contains(contains)
                  && done.compareAndSet(false, true);
          if (meant) {
            what.run();
          }
          return meant;
        });
  }

  /**
   * Calls of this method (in lower case) whose parameters contain that have no effect and are
   * refused, the first {@code before} of them excepted, so many {@code times}.
   */
  public void refuse(String method, String contains, Refusing how) {
    AtomicInteger calls = new AtomicInteger();
    api.onArrival(
        call -> {
          if (call.method().equals(method) && call.parameters().toString().contains(contains)) {
            int number = calls.getAndIncrement();
            if (number >= how.before && number < how.before + how.times) {
              throw how.refusal();
            }
          }
          return false;
        });
  }

  /**
   * How calls are refused; see {@link #refuse}.
   *
   * @param code 0 for a connection that breaks without an answer
   * @param retryAfter in seconds, 0 for none
   */
  public record Refusing(int before, int times, int code, String description, int retryAfter) {
    Refusal refusal() {
      return new Refusal(
          code, description, retryAfter == 0 ? Map.of() : Map.of("retry_after", retryAfter));
    }
  }

  /**
   * Runs this once, when a call of this method (in lower case) whose parameters contain that has
   * had its effect and is not answered yet; the answer waits for it.
   */
  public void afterNext(String method, String contains, Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    api.onEffect(
        call -> {
          if (call.method().equals(method)
              && call.parameters().toString().contains(contains)
              && done.compareAndSet(false, true)) {
            what.run();
          }
        });
  }

  /** From now on this person takes no voice messages. */
  public void forbidVoice(Person person) {
    synchronized (world) {
      world.noVoiceFor.add(person.id());
    }
  }

  /** Every call is answered by a proxy's page with status 502, until called with an empty page. */
  public void badGateway(String page) {
    server.breakWith(page);
  }

  /** What the bot did that it should not: 429s provoked, presses left unanswered for 15 s. */
  public List<String> violations() {
    synchronized (world) {
      List<String> all = new ArrayList<>(world.violations);
      world.callbacks.forEach(
          (id, at) -> {
            if (!world.callbackAnswers.containsKey(id)
                && System.nanoTime() - at > 15_000_000_000L) {
              all.add("callback query " + id + " was never answered");
            }
          });
      return all;
    }
  }

  @Override
  public void close() {
    api.hook.stop();
    down();
  }
}
