package io.switchboard.command.visit;

import io.switchboard.account.choice.Accounts;
import io.switchboard.act.Acts;
import io.switchboard.act.thing.NamePosts;
import io.switchboard.announce.Announcing;
import io.switchboard.audit.Audit;
import io.switchboard.community.Community;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.oversight.Oversight;
import io.switchboard.conversation.style.Styles;
import io.switchboard.forget.Forgetting;
import io.switchboard.logs.RecentLogs;
import io.switchboard.member.Linking;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Invitations;
import io.switchboard.member.access.Standings;
import io.switchboard.member.session.Browsers;
import io.switchboard.persona.Personas;
import io.switchboard.prompt.Prompts;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.Limits;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.way.Ways;
import io.switchboard.staff.Staff;

/** The rooms behind the front desk, for those who carry commands out. */
public record Rooms(
    People people,
    Conversations conversations,
    RequestQueue queue,
    Limits limits,
    Outside outside,
    Records records) {
  /** What admins do, and what is written down of it. */
  public record Records(Audit audit, Acts acts, Prompts prompts, Overseen overseen) {}

  /** What the staff looks after. */
  public record Overseen(
      RecentLogs logs, Staff staff, Announcing announcing, Reloading reloading) {}

  /** Who somebody is, and whether they are let in. */
  public record People(
      Members members,
      Access access,
      Standings standings,
      Invitations invitations,
      Linking linking,
      Forgetting forgetting) {}

  /** What is beyond a conversation: where something said in it goes, and who answers. */
  public record Outside(
      Sharing sharing,
      Ways ways,
      Community community,
      Minds minds,
      Browsers browsers,
      LinkedPlaces linked) {}

  /** Who answers. */
  public record Minds(Accounts accounts, Personas personas, Styles styles, Allowances allowances) {}

  /** Who answers. */
  public Minds minds() {
    return outside.minds();
  }

  /** What is written down. */
  public Audit audit() {
    return records.audit();
  }

  /** What people were asked for. */
  public Prompts prompts() {
    return records.prompts();
  }

  /** What admins do. */
  public Acts acts() {
    return records.acts();
  }

  /** Conversations of all members, for admins. */
  public Oversight oversight() {
    return conversations.oversight();
  }

  /** Everybody who ever was let in. */
  public Members members() {
    return people.members();
  }

  /** What places are called. */
  public Called called() {
    return new Called(records.overseen().staff()::called);
  }

  /** The same as far as it is known, for those who cannot wait. */
  public Called known() {
    return new Called(records.overseen().staff()::known);
  }

  /** What posts are called for the staff. */
  public NamePosts posts() {
    return new NamePosts(outside.community(), outside.sharing(), members());
  }
}
