package io.switchboard.command;

import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.audit.Audit;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.action.StyleAction;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.about.CarryOutAbout;
import io.switchboard.command.admin.CarryOutAdmin;
import io.switchboard.command.admin.steps.NextStep;
import io.switchboard.command.admin.steps.WhatIsWrong;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.community.CarryOutCommunity;
import io.switchboard.command.mine.CarryOutMine;
import io.switchboard.command.oversight.CarryOutOversight;
import io.switchboard.command.sharing.CarryOutSharing;
import io.switchboard.command.style.CarryOutStyle;
import io.switchboard.command.style.ModelsOnOffer;
import io.switchboard.command.suggest.Suggest;
import io.switchboard.command.talk.CarryOutTalk;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.AboutCommand;
import io.switchboard.command.wish.AdminCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.CommunityCommand;
import io.switchboard.command.wish.MineCommand;
import io.switchboard.command.wish.NotUnderstood;
import io.switchboard.command.wish.Press;
import io.switchboard.command.wish.SharingCommand;
import io.switchboard.command.wish.StyleCommand;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.markup.Inline;
import io.switchboard.member.MemberId;
import io.switchboard.prompt.Answered;
import io.switchboard.prompt.Prompts;
import java.util.List;
import java.util.Optional;

/** Takes each command to its area. */
public final class CarryOut {
  /** What platforms' forms take. */
  private static final int FORM_TITLE = 44;

  private static final int FORM_LENGTH = 4000;

  /** Leaves what is asked; no command otherwise. */
  private static final String CANCEL = "cancel";

  private final CarryOutTalk talk;
  private final CarryOutMine mine;
  private final CarryOutSharing sharing;
  private final CarryOutCommunity communities;
  private final CarryOutAbout about;
  private final CarryOutAdmin admin;
  private final CarryOutStyle style;
  private final CarryOutOversight oversight;
  private final Audit audit;
  private final Catalogue catalogue;
  private final Prompts prompts;
  private final NextStep steps;
  private final WhatIsWrong wrong;
  private final Suggest suggesting;

  public CarryOut(Rooms rooms, Links links, Catalogue catalogue, AttachmentSettings files) {
    prompts = rooms.prompts();
    ModelsOnOffer offer =
        new ModelsOnOffer(rooms.minds().accounts(), rooms.minds().allowances()::mayUse);
    talk = new CarryOutTalk(rooms, links, files, offer);
    style = new CarryOutStyle(rooms, offer);
    mine = new CarryOutMine(rooms);
    sharing = new CarryOutSharing(rooms, links);
    communities = new CarryOutCommunity(rooms, links, sharing.taking(), sharing.posts());
    about = new CarryOutAbout(rooms, links, catalogue::names);
    admin = new CarryOutAdmin(rooms);
    oversight = new CarryOutOversight(rooms);
    audit = rooms.audit();
    this.catalogue = catalogue;
    suggesting = new Suggest(rooms, catalogue);
    steps = new NextStep(rooms);
    wrong = new WhatIsWrong(steps);
  }

  Optional<Form> form(Visit visit, Action action) {
    return switch (action) {
      case CommunityAction wanted -> communities.form(visit, wanted);
      case AdminAction.Write(long asker, String line)
          when asker == visit.id().value()
              && !(read(visit, line, List.of()) instanceof NotUnderstood.AdminsOnly) ->
          Optional.of(
              new Form(
                  line.length() < FORM_TITLE ? "/" + line : "/" + line.split(" ", 2)[0],
                  visit.words().label("step.hint"),
                  FORM_LENGTH));
      default -> Optional.empty();
    };
  }

  List<Suggestion> suggest(Visit visit, Typing typing) {
    return suggesting.to(visit, typing);
  }

  List<Effect> carryOut(Visit visit, Command command) {
    return switch (command) {
      case TalkCommand.Ask(String text, MessageId repliesTo, var files, var askedBy)
          when repliesTo != null && askedBy != null ->
          replied(visit, repliesTo, text, files)
              .orElseGet(() -> talk.carryOut(visit, (TalkCommand) command));
      case TalkCommand wanted -> talk.carryOut(visit, wanted);
      case StyleCommand wanted -> style.carryOut(visit, wanted);
      case MineCommand wanted -> mine.carryOut(visit, wanted);
      case SharingCommand wanted -> sharing.carryOut(visit, wanted);
      case CommunityCommand wanted -> communities.carryOut(visit, wanted);
      case AboutCommand wanted -> about.carryOut(visit, wanted);
      case AdminCommand wanted -> admin.carryOut(visit, wanted);
      case Press(Action action, var message, var written)
          when !visit.role().atLeast(StaffButtons.least(action)) -> {
        audit.refused(visit.id(), StaffButtons.tried(action));
        yield List.of(Effect.tell(StaffButtons.refusal(visit.words(), action)));
      }
      case Press(CommunityAction wanted, MessageId message, String written) ->
          communities.press(visit, wanted, message, written);
      case Press(AdminAction.Write write, var message, String written) ->
          write(visit, write, written);
      case Press(Action action, MessageId message, var written) -> press(visit, action, message);
      case NotUnderstood wanted -> explain(visit, wanted);
    };
  }

  /** A message in reply to one of ours, unless it is just a question; see {@link Prompts}. */
  private Optional<List<Effect>> replied(
      Visit visit, MessageId to, String text, List<Attachment> files) {
    return prompts
        .answered(visit.origin().sender().id(), visit.placeId(), to, visit.origin().key())
        .map(
            answered ->
                switch (answered) {
                  case Answered.Asked(String wish) -> written(visit, wish, text, files, to);
                  case Answered.ForAnother _ ->
                      List.of(Effect.tell(visit.words().say("step.asked-another")));
                  case Answered.Over _ -> List.of(Effect.tell(visit.words().say("step.over")));
                });
  }

  private List<Effect> written(
      Visit visit, String wish, String text, List<Attachment> files, MessageId message) {
    Action action = Action.parse(wish).orElseThrow();
    if (action instanceof AdminAction.Write write && !files.isEmpty()) {
      return carryOut(visit, read(visit, write.line() + " " + text, files));
    }
    return text.isBlank()
        ? List.of(Effect.ask(visit, visit.words().say("step.text"), action, action))
        : carryOut(visit, new Press(action, message, text));
  }

  private Command read(Visit visit, String line, List<Attachment> files) {
    IncomingCommand written = ReadCommand.written(visit.origin(), line.strip());
    return catalogue.read(
        new IncomingCommand(written.origin(), written.name(), written.arguments(), null, files),
        visit.role());
  }

  /** What was written into a form or a reply goes on with the command; else it is asked for. */
  private List<Effect> write(Visit visit, AdminAction.Write write, String written) {
    if (write.asker() != visit.id().value()) {
      return List.of(Effect.tell(visit.words().say("step.foreign")));
    }
    Command command = read(visit, write.line() + " " + written, List.of());
    if (!written.isBlank() || command instanceof NotUnderstood.AdminsOnly) {
      return carryOut(visit, command);
    }
    return List.of(
        Effect.ask(
            visit,
            visit.words().say("step.rest", new Inline.Command("/" + write.line())),
            write.line()));
  }

  private List<Effect> press(Visit visit, Action action, MessageId message) {
    return switch (action) {
      case AdminAction.Continue(long asker, String line) -> goOn(visit, asker, line, message);
      case AdminAction.Write write -> write(visit, write, "");
      case AdminAction wanted -> admin.press(visit, wanted, message);
      case AnswerAction wanted -> talk.press(visit, wanted, message);
      case ConversationAction wanted -> mine.press(visit, wanted, message);
      case OversightAction wanted -> oversight.press(visit, wanted, message);
      case StyleAction wanted -> style.press(visit, wanted, message);
      case ShareAction wanted -> sharing.press(visit, wanted, message);
      case CommunityAction wanted -> communities.press(visit, wanted, message, "");
      case MemberAction.Forget(long member) -> mine.forget(visit, new MemberId(member), message);
      case MemberAction wanted -> about.press(visit, wanted, message);
    };
  }

  /** What follows is read as if it had been written. */
  private List<Effect> goOn(Visit visit, long asker, String line, MessageId message) {
    if (asker != 0 && asker != visit.id().value()) {
      return List.of(Effect.tell(visit.words().say("step.foreign")));
    }
    if (line.isEmpty()) {
      return List.of(Effect.change(message, visit.words().say("step.left")));
    }
    Command command = catalogue.read(ReadCommand.written(visit.origin(), line), visit.role());
    return command instanceof NotUnderstood.Misused(String name, String written)
        ? steps
            .after(visit, name, written)
            .<List<Effect>>map(next -> List.of(new Effect.Change(message, next)))
            .orElseGet(() -> List.of(Effect.tell(wrong.in(visit, name, written))))
        : carryOut(visit, command);
  }

  private List<Effect> explain(Visit visit, NotUnderstood wanted) {
    Words words = visit.words();
    if (wanted instanceof NotUnderstood.Misused(String name, String written)) {
      return steps
          .after(visit, name, written)
          .<List<Effect>>map(next -> List.of(new Effect.Say(next, message -> List.of())))
          .orElseGet(() -> List.of(Effect.tell(wrong.in(visit, name, written))));
    }
    if (wanted instanceof NotUnderstood.Unknown(String name, var ignored)
        && name.equals(CANCEL)
        && prompts.leave(visit.origin().sender().id(), visit.placeId())) {
      return List.of(Effect.tell(words.say("step.left")));
    }
    if (wanted instanceof NotUnderstood.AdminsOnly(var name, String tried, var owners)) {
      audit.refused(visit.id(), tried);
    }
    return List.of(
        Effect.tell(
            switch (wanted) {
              case NotUnderstood.UnknownPress ignored -> words.say("desk.unknown-button");
              case NotUnderstood.Unknown(String name, String nearest) ->
                  nearest == null
                      ? words.say("desk.unknown", "/" + name)
                      : words.say("desk.unknown.nearest", "/" + name, "/" + nearest);
              case NotUnderstood.AdminsOnly(String name, var tried, boolean owners) ->
                  words.say(owners ? "desk.owners-only" : "desk.admins-only", "/" + name);
              case NotUnderstood.Misused(String name, var written) -> words.say("meant." + name);
            }));
  }
}
