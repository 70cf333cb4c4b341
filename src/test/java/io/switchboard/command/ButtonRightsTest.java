package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.action.StyleAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.member.access.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every button, pressed by people of every role and by those who are kept out, whether it was ever
 * shown to them or not.
 */
class ButtonRightsTest {
  /** Of what nobody has. */
  private static final long NONE = 987_654;

  private final Town town = new Town(Town.generous());
  private final Person boss = Town.person("kim", Locale.ENGLISH);
  private final Person banned = Town.person("mallory", Locale.ENGLISH);
  private final Person paused = Town.person("paul", Locale.ENGLISH);

  @BeforeEach
  void roles() {
    town.command(town.admin, "member allow memory:mallory");
    town.command(town.admin, "member allow memory:paul");
    for (Person person : List.of(town.alice, town.bob, boss, banned, paused)) {
      town.command(person, "status");
    }
    town.command(town.admin, "member role @alice moderator");
    town.command(town.admin, "member role @kim admin");
    town.command(town.admin, "member ban @mallory");
    town.command(town.admin, "member pause @paul");
    assertThat(town.audit.recent(2))
        .extracting(AuditEntry::what)
        .containsExactly("member pause", "member ban");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static Map<Action, Role> table() {
    Map<Action, Role> may = new LinkedHashMap<>();
    may.put(new AdminAction.Undo(NONE), Role.MODERATOR);
    may.put(new AdminAction.Announce(NONE), Role.ADMIN);
    may.put(new AdminAction.DropAnnouncement(NONE), Role.ADMIN);
    may.put(new AdminAction.Continue(0, "limit show @nobody"), Role.ADMIN);
    may.put(new AdminAction.Continue(0, "member list"), Role.MODERATOR);
    may.put(new AdminAction.Continue(0, "reload"), Role.OWNER);
    may.put(new AdminAction.Continue(0, "usage"), Role.MEMBER);
    // Whose it is not is told so; their own is read as the command it goes on with.
    may.put(new AdminAction.Write(NONE, "usage"), Role.MEMBER);
    may.put(new AnswerAction.Stop(NONE), Role.MEMBER);
    may.put(new AnswerAction.Cancel(NONE), Role.MEMBER);
    may.put(new AnswerAction.Retry(NONE), Role.MEMBER);
    may.put(new AnswerAction.Listen(NONE), Role.MEMBER);
    may.put(new AnswerAction.Variant(NONE, 1), Role.MEMBER);
    may.put(new CommunityAction.Take(NONE), Role.MEMBER);
    may.put(new CommunityAction.Report(NONE, ""), Role.MEMBER);
    may.put(new CommunityAction.Tag(NONE, "done"), Role.MEMBER);
    for (String verdict : List.of("yes", "no", "plain", "back", CommunityAction.Judge.WORDS)) {
      may.put(new CommunityAction.Judge(NONE, "mark", verdict), Role.MODERATOR);
    }
    may.put(new CommunityAction.Answer(NONE, 1, false), Role.MODERATOR);
    may.put(new CommunityAction.Answer(NONE, 1, true), Role.MODERATOR);
    for (String what :
        List.of("status", "channels", "list:0", "waiting:0", "post:7", "take:7", "take-sure:7")) {
      may.put(new CommunityAction.Manage(what), Role.MODERATOR);
    }
    for (String what : List.of("approval:off", "add-here", "drop:abc", "off", "on")) {
      may.put(new CommunityAction.Manage(what), Role.ADMIN);
    }
    may.put(new ConversationAction.Switch(NONE), Role.MEMBER);
    may.put(new ConversationAction.Delete(NONE, true), Role.MEMBER);
    may.put(new ConversationAction.Rename(NONE), Role.MEMBER);
    may.put(new ConversationAction.Page(0, ""), Role.MEMBER);
    may.put(new MemberAction.Language("en"), Role.MEMBER);
    may.put(new MemberAction.Forget(NONE), Role.MEMBER);
    may.put(new MemberAction.SignOut(NONE), Role.MEMBER);
    may.put(new MemberAction.Link(NONE, "nothing"), Role.MEMBER);
    may.put(new MemberAction.Announcements(true), Role.MEMBER);
    may.put(new OversightAction.LetRead(false), Role.MEMBER);
    may.put(new OversightAction.Agree(NONE), Role.MEMBER);
    may.put(new OversightAction.Refuse(NONE), Role.MEMBER);
    may.put(new OversightAction.Show(NONE), Role.ADMIN);
    may.put(new OversightAction.Remove(NONE, false), Role.ADMIN);
    may.put(new OversightAction.Remove(NONE, true), Role.ADMIN);
    may.put(new OversightAction.EndLink(NONE, false), Role.ADMIN);
    may.put(new OversightAction.EndLink(NONE, true), Role.ADMIN);
    may.put(new OversightAction.EndLinks(NONE, false), Role.ADMIN);
    may.put(new OversightAction.EndLinks(NONE, true), Role.ADMIN);
    may.put(new OversightAction.TakePosts(NONE), Role.MODERATOR);
    may.put(new OversightAction.Links(NONE, 0), Role.ADMIN);
    may.put(new ShareAction.Share(NONE), Role.MEMBER);
    may.put(new ShareAction.Draft(NONE, "1d"), Role.MEMBER);
    may.put(new ShareAction.Publish(NONE), Role.MEMBER);
    may.put(new ShareAction.Post(NONE), Role.MEMBER);
    may.put(new ShareAction.Discard(NONE), Role.MEMBER);
    may.put(new ShareAction.Live(NONE, "1d"), Role.MEMBER);
    may.put(new ShareAction.Revoke(NONE), Role.MEMBER);
    may.put(new ShareAction.Withdraw(NONE), Role.MEMBER);
    may.put(new ShareAction.Page(0), Role.MEMBER);
    may.put(new ShareAction.Gallery(0, false, ""), Role.MEMBER);
    may.put(new StyleAction.UseModel("none"), Role.MEMBER);
    may.put(new StyleAction.UsePersona("none"), Role.MEMBER);
    return may;
  }

  private static Stream<Class<?>> kinds(Class<?> of) {
    return of.isSealed()
        ? Arrays.stream(of.getPermittedSubclasses()).flatMap(ButtonRightsTest::kinds)
        : Stream.of(of);
  }

  private List<AuditEntry> refused() {
    return town.audit.recent(1000).stream().filter(entry -> entry.trace().refused()).toList();
  }

  private String press(Person person, Action action) {
    int before = town.chat(person).size();
    town.receive(
        new ButtonPress(
            town.origin(person, Town.alone(person)), new MessageId("memory:m0"), action.encode()));
    return town.chat(person).size() > before ? town.last(person).text() : "";
  }

  @Test
  void everyKindOfButtonIsInTheTable() {
    assertThat(table().keySet().stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Action.class).toList());
    assertThat(table().keySet())
        .allSatisfy(action -> assertThat(Action.parse(action.encode())).contains(action));
  }

  @Test
  void everyButtonIsAsTheTableSays() {
    town.command(town.admin, "community on");
    Map<Role, Person> people = new LinkedHashMap<>();
    people.put(Role.MEMBER, town.bob);
    people.put(Role.MODERATOR, town.alice);
    people.put(Role.ADMIN, boss);
    people.put(Role.OWNER, town.admin);
    table()
        .forEach(
            (action, least) ->
                people.forEach(
                    (role, person) -> {
                      int before = refused().size();
                      String said = press(person, action);
                      String what = action + " by " + role + ": " + said;
                      boolean kept = !role.atLeast(least);
                      assertThat(refused().size() - before).as(what).isEqualTo(kept ? 1 : 0);
                      if (kept) {
                        assertThat(said).as(what).containsPattern("[Oo]nly");
                      }
                    }));
  }

  @Test
  void whoeverIsKeptOutIsToldSoAndTheirTriesAreWrittenDown() {
    table()
        .forEach(
            (action, least) -> {
              for (Person person : List.of(town.stranger, banned, paused)) {
                int before = refused().size();
                press(person, action);
                assertThat(refused().size() - before)
                    .as(action + " by " + person.name())
                    .isEqualTo(least == Role.MEMBER ? 0 : 1);
              }
            });
    assertThat(town.community.switches().on()).isFalse();
  }
}
