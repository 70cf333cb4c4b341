package io.switchboard.command.mine;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.command.oversight.CarryOutOversight;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.MineCommand;
import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import java.util.List;

/** Takes what is wanted of one's conversations to the file that does it. */
public final class CarryOutMine {
  private final ListTalks list;
  private final RenameTalk names;
  private final DeleteTalk deletion;
  private final ExportTalk export;
  private final ImportTalk imports;
  private final ForgetMe forgetting;
  private final CarryOutOversight oversight;

  public CarryOutMine(Rooms rooms) {
    list = new ListTalks(rooms.conversations());
    names = new RenameTalk(rooms.conversations());
    deletion =
        new DeleteTalk(rooms.conversations(), rooms.outside().sharing().looking()::linksFrom);
    export = new ExportTalk(rooms.conversations(), rooms.members());
    forgetting =
        new ForgetMe(rooms.conversations(), rooms.outside().sharing(), rooms.people().forgetting());
    oversight = new CarryOutOversight(rooms);
    imports =
        new ImportTalk(
            rooms.conversations(),
            new RoomForOneMore(rooms.conversations(), rooms.queue(), rooms.limits()));
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, MineCommand command) {
    return switch (command) {
      case MineCommand.ListConversations(String words) -> list.list(visit, words);
      case MineCommand.RenameConversation(String title) -> names.rename(visit, title);
      case MineCommand.Export(String format) -> export.export(visit, format);
      case MineCommand.ForgetMe ignored -> forgetting.ask(visit);
      case MineCommand.Import wanted -> imports.take(visit, wanted.files());
      case MineCommand.Readers _ -> oversight.readers(visit);
    };
  }

  /** For the button that says that one is sure. */
  public List<Effect> forget(Visit visit, MemberId member, MessageId message) {
    return forgetting.forget(visit, member, message);
  }

  /** For a button of the list. */
  public List<Effect> press(Visit visit, ConversationAction action, MessageId message) {
    return switch (action) {
      case ConversationAction.Switch(long conversation) ->
          list.goOn(visit, new ConversationId(conversation), message);
      case ConversationAction.Page page -> list.turn(visit, page, message);
      case ConversationAction.Rename(long conversation) ->
          names.how(visit, new ConversationId(conversation));
      case ConversationAction.Delete(long conversation, boolean sure) ->
          deletion.delete(visit, new ConversationId(conversation), sure, message);
    };
  }
}
