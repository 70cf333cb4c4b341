package io.switchboard.app.parts;

import io.switchboard.act.Acts;
import io.switchboard.app.control.Reload;
import io.switchboard.app.settings.Settings;
import io.switchboard.command.CarryOut;
import io.switchboard.command.Door;
import io.switchboard.command.FrontDesk;
import io.switchboard.command.OnPages;
import io.switchboard.command.SpeakUp;
import io.switchboard.command.TryCommand;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.talk.told.KeepNotesCurrent;
import io.switchboard.command.visit.Reloading;
import io.switchboard.command.visit.Rooms;
import io.switchboard.db.Database;
import io.switchboard.db.shared.Leases;
import io.switchboard.member.Linking;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Invitations;
import io.switchboard.prompt.Prompts;
import io.switchboard.queue.limit.Allowances;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Where everything that happens in a chat comes by. */
public final class Desk {
  private static final String NOTES = "waiting-notes";

  /** Twice as long as its holder takes from one round to the next. */
  private static final Duration NOTES_LEASE = Duration.ofSeconds(10);

  public final FrontDesk front;

  /** As they are to be listed now. */
  public final ListCommands menus;

  public final KeepNotesCurrent notes;
  private final Linking linking;
  public final OnPages pages;
  public final Access access;

  /** Takes the configuration's files anew. */
  public final Reload reload;

  /** What admins do, also on pages. */
  public final Acts acts;

  /** Is open at once; the notes are not kept current yet. */
  public Desk(
      Settings settings,
      InstantSource time,
      Kept kept,
      Chats chats,
      Answers answers,
      Started started) {
    Catalogue catalogue =
        new Catalogue(
            chats.community::enabled,
            () -> answers.accounts.all().stream().anyMatch(a -> a.draws().isPresent()));
    reload = new Reload(settings, kept.limits, answers.personas, chats.staff);
    Rooms rooms = rooms(settings, time, kept, chats, answers, this::reloaded);
    linking = rooms.people().linking();
    access = rooms.people().access();
    menus =
        new ListCommands(
            catalogue,
            chats.texts,
            kept.members,
            new ListCommands.Roles(kept.standings, access),
            settings.staff.channels());
    CarryOut carrying = new CarryOut(rooms, chats.links, catalogue, settings.attachments);
    TryCommand commands = new TryCommand(catalogue, carrying, Database::wasAway);
    commands.afterStaff(
        () -> Thread.ofVirtual().name("menus").start(chats.platforms::listCommands));
    SpeakUp speaking = new SpeakUp(chats.outbox, chats.messengers, rooms.prompts());
    pages =
        started.add("acts of pages", new OnPages(catalogue, commands, speaking, chats.texts, time));
    front =
        started.add(
            "front desk",
            new FrontDesk(
                new Door(
                    rooms.people(), kept.audit, catalogue, chats.texts, time, chats.messengers),
                kept.members,
                chats.texts,
                commands,
                speaking,
                kept.seen));
    front.onReaction(chats.community.likes()::note);
    front.onDeletion(chats.linked::gone);
    acts = rooms.acts();
    acts.sayBy(front.takenOut());
    notes =
        new KeepNotesCurrent(
            kept.queue, kept.members, chats.outbox, chats.texts, turn(kept.leases));
  }

  private static KeepNotesCurrent.Turn turn(Leases leases) {
    return new KeepNotesCurrent.Turn() {
      @Override
      public boolean ours() {
        return leases.hold(NOTES, NOTES_LEASE);
      }

      @Override
      public void left() {
        leases.release(NOTES);
      }
    };
  }

  /** Does what a crash left undone. At start and hourly. */
  public void sweep() {
    linking.gather();
  }

  private Reloading.Outcome reloaded() {
    Reload.Outcome outcome = reload.now();
    return new Reloading.Outcome(outcome.taken(), outcome.words());
  }

  private static Rooms.Records records(
      InstantSource time,
      Kept kept,
      Chats chats,
      Rooms.People people,
      Answers answers,
      Reloading reloading) {
    return new Rooms.Records(
        kept.audit,
        new Acts(
            kept.database,
            time,
            kept.audit,
            new Acts.Rooms(
                new Acts.People(
                    people.members(),
                    people.access(),
                    people.standings(),
                    people.invitations(),
                    kept.browsers.sessions()),
                kept.limits,
                kept.queue,
                answers.accounts,
                kept.sharing,
                new Acts.Placed(chats.linked, chats.community))),
        new Prompts(kept.database, time),
        new Rooms.Overseen(kept.logs, chats.staff, chats.announcing, reloading));
  }

  private static Rooms rooms(
      Settings settings,
      InstantSource time,
      Kept kept,
      Chats chats,
      Answers answers,
      Reloading reloading) {
    Rooms.People people =
        new Rooms.People(
            kept.members,
            new Access(chats.platforms.access(settings.access), kept.standings),
            kept.standings,
            new Invitations(kept.database, time, kept.standings),
            new Linking(
                kept.database,
                time,
                List.of(
                    kept.limits,
                    kept.queue,
                    kept.conversations,
                    kept.sharing,
                    chats.community,
                    chats.announcing,
                    kept.browsers.sessions())),
            chats.forgetting);
    return new Rooms(
        people,
        kept.conversations,
        kept.queue,
        kept.limits,
        new Rooms.Outside(
            kept.sharing,
            kept.ways,
            chats.community,
            new Rooms.Minds(
                answers.accounts,
                answers.personas,
                kept.styles,
                new Allowances(kept.database, kept.limits)),
            kept.browsers,
            chats.linked),
        records(time, kept, chats, people, answers, reloading));
  }
}
