package io.switchboard.command;

import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.AboutCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.Press;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.member.access.Role;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands; when one fails by surprise, says so to the person and writes down why.
 *
 * <p>A question that could not be stored is not lost: the failure is passed on, and the platform
 * delivers it again. One that fails for itself and not for the database would come back for ever
 * and keep everything behind it waiting, so that after some tries the person is told.
 */
public final class TryCommand {
  private static final Logger log = LoggerFactory.getLogger(TryCommand.class);

  private static final int MOST_TRIES = 3;

  private final ReadCommand reading;
  private final CarryOut carrying;
  private final Predicate<Throwable> away;
  private volatile Runnable staffActed = () -> {};
  private final Map<String, Integer> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > 1000;
        }
      };

  /**
   * @param away whether something failed because the database is away, which ends by itself
   */
  public TryCommand(Catalogue catalogue, CarryOut carrying, Predicate<Throwable> away) {
    this.reading = new ReadCommand(catalogue);
    this.carrying = carrying;
    this.away = away;
  }

  /**
   * Says what is to follow each act of the staff, and when somebody chose a language. At wiring.
   */
  public void afterStaff(Runnable what) {
    staffActed = what;
  }

  /**
   * What is to be said.
   *
   * @throws RuntimeException if a question could not be stored and should be delivered again
   */
  List<Effect> run(Visit visit, Incoming incoming) {
    Command command;
    try {
      command = reading.read(incoming, visit.role());
    } catch (RuntimeException | Error e) {
      return broken(visit, incoming, e);
    }
    try {
      List<Effect> effects = carrying.carryOut(visit, command);
      boolean staff =
          visit.role().atLeast(Role.MODERATOR) && !(incoming instanceof IncomingMessage);
      if (staff || speaksOtherwise(command)) {
        staffActed.run();
      }
      return effects;
    } catch (RuntimeException | Error e) {
      if (asks(command) && comesAgain(visit.origin().key(), e)) {
        throw e;
      }
      return broken(visit, command, e);
    }
  }

  private static List<Effect> broken(Visit visit, Object what, Throwable why) {
    String id =
        HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong(), 6);
    log.error("Error {}: {} failed", id, what.getClass().getSimpleName(), why);
    return List.of(Effect.tell(visit.words().say("desk.broken", id)));
  }

  /** What is to be written before a press is carried out. */
  Optional<Form> form(Visit visit, ButtonPress press) {
    return Action.parse(press.action()).flatMap(action -> carrying.form(visit, action));
  }

  /** What may be meant by somebody who is still writing. */
  List<Suggestion> suggest(Visit visit, Typing typing) {
    return carrying.suggest(visit, typing);
  }

  private static boolean speaksOtherwise(Command command) {
    return command instanceof AboutCommand.Language
        || (command instanceof Press press && press.action() instanceof MemberAction.Language);
  }

  private static boolean asks(Command command) {
    return command instanceof TalkCommand.Ask
        || command instanceof TalkCommand.AskEdited
        || command instanceof TalkCommand.Retry
        || (command instanceof Press press && press.action() instanceof AnswerAction.Retry);
  }

  private synchronized boolean comesAgain(String key, Throwable failure) {
    return away.test(failure) || tries.merge(key, 1, Integer::sum) < MOST_TRIES;
  }
}
