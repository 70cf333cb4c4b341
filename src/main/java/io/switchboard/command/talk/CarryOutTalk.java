package io.switchboard.command.talk;

import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.attachment.CheckClaims;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.command.style.ModelsOnOffer;
import io.switchboard.command.style.WhoAnswers;
import io.switchboard.command.talk.told.SayAdmission;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.conversation.TurnId;
import io.switchboard.queue.request.RequestId;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes what is wanted of the account and of conversations to the file that does it. */
public final class CarryOutTalk {
  private final Asking asking;
  private final AskEdited rewording;
  private final AskPicture pictures;
  private final AskAloud aloud;
  private final Stopping stopping;
  private final ShowVariant variants;
  private final BeginAnew anew;

  /**
   * @param files what a question may carry
   * @param offer which models may answer
   */
  public CarryOutTalk(Rooms rooms, Links links, AttachmentSettings files, ModelsOnOffer offer) {
    RoomForOneMore room = new RoomForOneMore(rooms.conversations(), rooms.queue(), rooms.limits());
    WhoAnswers who = new WhoAnswers(rooms.minds().styles(), offer, rooms.minds().allowances());
    pictures =
        new AskPicture(
            rooms.queue(),
            who,
            new SayAdmission(rooms.queue(), room.words()),
            () -> rooms.minds().accounts().all().stream().anyMatch(a -> a.draws().isPresent()));
    BooleanSupplier spoken =
        () -> rooms.minds().accounts().all().stream().anyMatch(a -> a.speaks().isPresent());
    aloud =
        new AskAloud(
            rooms.conversations(),
            rooms.queue(),
            who,
            new SayAdmission(rooms.queue(), room.words()),
            spoken);
    asking =
        new Asking(
            rooms.conversations(),
            rooms.queue(),
            room,
            new CheckClaims(
                files,
                () -> rooms.minds().accounts().all().stream().anyMatch(a -> a.hears().isPresent())),
            who);
    rewording = new AskEdited(rooms.conversations(), rooms.queue(), rooms.limits(), asking);
    stopping = new Stopping(rooms.queue());
    variants = new ShowVariant(rooms.conversations(), rooms.outside().sharing(), links, spoken);
    anew =
        new BeginAnew(
            new Talks(rooms.conversations(), room),
            rooms.conversations().homes(),
            rooms.outside().linked());
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, TalkCommand command) {
    return switch (command) {
      case TalkCommand.Ask ask -> asking.ask(visit, ask);
      case TalkCommand.AskEdited edited -> rewording.ask(visit, edited);
      case TalkCommand.Draw(String wish) -> pictures.ask(visit, wish);
      case TalkCommand.Retry(MessageId shownBy) -> asking.again(visit, shownBy);
      case TalkCommand.StartNew(String title) -> anew.begin(visit, title);
      case TalkCommand.StopAll ignored -> stopping.all(visit);
    };
  }

  /** For a button under an answer or a note. */
  public List<Effect> press(Visit visit, AnswerAction action, MessageId message) {
    return switch (action) {
      case AnswerAction.Stop(long request) -> stopping.one(visit, new RequestId(request), message);
      case AnswerAction.Cancel(long request) ->
          stopping.one(visit, new RequestId(request), message);
      case AnswerAction.Listen(long turn) -> aloud.ask(visit, new TurnId(turn));
      case AnswerAction.Retry(long turn) -> asking.again(visit, new TurnId(turn));
      case AnswerAction.Variant(long turn, int ignored) ->
          variants.show(visit, new TurnId(turn), message);
    };
  }
}
