package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.member.MemberId;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two accounts become one member, with all that they have, and part again. */
class LinkingInChatTest extends InTown {
  private static final Pattern CODE = Pattern.compile("/link ([A-Z2-9]{12})");
  private static final List<String> KEEP_MEMBERS =
      List.of(
          "request.member",
          "line.member",
          "limit_override.member",
          "limit_boost.member",
          "conversation.member_id",
          "current_conversation.member_id",
          "share.owner_id",
          "community_post.owner_id",
          "identity.member",
          "invitation.made_by");

  private String code() {
    town.command(town.alice, "link");
    Matcher code = CODE.matcher(town.last(town.alice).text());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void link(Person person, String code) {
    town.command(person, "link " + code);
    town.press(person, "Yes, all of them are mine");
  }

  private MemberId member(Person person) {
    return town.members.recognize(person).id();
  }

  private long count(String table, String where) {
    return town.database.read(
        h ->
            h.createQuery("select count(*) from " + table + " where " + where)
                .mapTo(long.class)
                .one());
  }

  @Test
  void nothingIsLostAndNothingCountedTwice() {
    town.exchange(town.alice, "From Alice", "A");
    town.exchange(town.bob, "From Bob", "B");
    town.command(town.bob, "share 24h");
    town.press(town.bob, "Share");
    town.command(town.admin, "limit set @bob 9/day");
    town.command(town.admin, "limit boost @bob 1000tokens for 2h");
    town.say(town.bob, "Waiting");
    MemberId alice = member(town.alice);
    MemberId bob = member(town.bob);
    long conversations = count("conversation", "true");
    long requests = count("request", "true");

    link(town.bob, code());
    assertThat(town.last(town.bob).text()).contains("memory:alice, memory:bob");
    assertThat(member(town.bob)).isEqualTo(alice);
    for (String column : KEEP_MEMBERS) {
      String[] name = column.split("\\.");
      assertThat(count(name[0], name[1] + " = " + bob)).as(column).isZero();
    }
    assertThat(count("usage_entry", "subject = 'member:" + bob + "'")).isZero();
    assertThat(count("usage_entry", "subject = 'member:" + alice + "' and what = 'REQUESTS'"))
        .isEqualTo(3);
    assertThat(count("conversation", "member_id = " + alice)).isEqualTo(conversations);
    assertThat(count("request", "member = " + alice)).isEqualTo(requests);
    assertThat(count("share", "owner_id = " + alice)).isEqualTo(1);
    assertThat(count("limit_override", "member = " + alice)).isEqualTo(1);
    assertThat(count("line", "member = " + alice + " and waiting = 1 and ready = 1")).isOne();

    town.command(town.bob, "usage");
    assertThat(town.last(town.bob).text()).contains("3 of 3 questions per hour, 0 left");
    assertThat(town.answer("At last")).isPresent();
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text()).contains("From Alice").contains("From Bob");
    town.command(town.alice, "shares");
    assertThat(town.last(town.alice).text()).contains("one live link");
    assertThat(town.audit.recent(1).getFirst().what()).isEqualTo("linked");
  }

  @Test
  void partingLeavesTheHistoryAndGivesNoFreshQuota() {
    town.exchange(town.alice, "From Alice", "A");
    town.exchange(town.bob, "From Bob", "B");
    link(town.bob, code());
    town.command(town.bob, "link");
    assertThat(town.last(town.bob).text()).contains("Linked accounts: memory:alice, memory:bob");
    town.command(town.alice, "link remove memory:bob");
    assertThat(town.last(town.alice).text()).contains("memory:bob is on its own again");
    assertThat(member(town.bob)).isNotEqualTo(member(town.alice));
    town.command(town.bob, "usage");
    assertThat(town.last(town.bob).text()).contains("2 of 3 questions per hour");
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text()).contains("From Bob");
    town.command(town.bob, "conversations");
    assertThat(town.last(town.bob).text()).contains("no conversations");
    town.command(town.alice, "link remove memory:bob");
    assertThat(town.last(town.alice).text()).contains("not an account that is linked");
  }

  @Test
  void codesWorkOnceAndNotForLong() {
    town.command(town.bob, "status");
    String old = code();
    town.time.step(Duration.ofMinutes(15));
    town.command(town.bob, "link " + old);
    assertThat(town.last(town.bob).text()).contains("is over or was used");
    String first = code();
    String second = code();
    town.command(town.bob, "link " + first);
    assertThat(town.last(town.bob).text()).contains("is over or was used");
    town.command(town.alice, "link " + second);
    assertThat(town.last(town.alice).text()).contains("linked already");
    link(town.bob, second);
    assertThat(town.last(town.bob).text()).contains("one member now");
    for (int i = 0; i < 4; i++) {
      town.command(town.bob, "link " + second);
    }
    town.command(town.bob, "link " + code());
    assertThat(town.last(town.bob).text()).contains("Too many wrong codes");
    town.command(town.alice, Town.GROUP, "link");
    assertThat(town.platform.last(Town.GROUP.id()).text())
        .contains("in private")
        .doesNotContainPattern(CODE);
  }

  @Test
  void nothingHappensBeforeThePersonAgrees() {
    town.command(town.bob, "status");
    String code = code();
    town.command(town.bob, Town.GROUP, "link " + code.toLowerCase(Locale.ROOT));
    MemoryPlatform.Shown asked = town.platform.last(Town.GROUP.id());
    assertThat(asked.text())
        .contains("alice (memory:alice)")
        .contains("bob (memory:bob)")
        .contains("roles and rights");
    assertThat(member(town.bob)).isNotEqualTo(member(town.alice));
    town.press(town.admin, Town.GROUP, asked, asked.presses().getFirst());
    assertThat(town.platform.last(Town.GROUP.id()).text()).contains("belongs to somebody else");
    assertThat(member(town.admin)).isNotEqualTo(member(town.alice));
    town.press(town.bob, Town.GROUP, asked, asked.presses().getFirst());
    assertThat(member(town.bob)).isEqualTo(member(town.alice));
    town.press(town.bob, Town.GROUP, asked, asked.presses().getFirst());
    assertThat(town.audit.recent(9)).hasSize(1);
  }

  @Test
  void aCodeThatEndsWhileOneThinksLinksNobody() {
    town.command(town.bob, "status");
    town.command(town.bob, "link " + code());
    town.time.step(Duration.ofMinutes(16));
    town.press(town.bob, "Yes, all of them are mine");
    assertThat(town.last(town.bob).text()).contains("is over or was used");
    assertThat(member(town.bob)).isNotEqualTo(member(town.alice));
  }

  @Test
  void oneCodeLinksOneOfTwoWhoAgreeAtOnce() {
    town.command(town.bob, "status");
    town.command(town.admin, "status");
    String code = code();
    town.command(town.bob, "link " + code);
    town.command(town.admin, "link " + code);
    town.press(town.bob, "Yes, all of them are mine");
    town.press(town.admin, "Yes, all of them are mine");
    assertThat(town.last(town.admin).text()).contains("is over or was used");
    assertThat(member(town.admin)).isNotEqualTo(member(town.alice));
  }

  @Test
  void anAnswerThatIsWrittenMeanwhileIsTheirsTogether() {
    town.say(town.bob, "Asked before");
    Claimed running = town.queue.claim("main", 9).orElseThrow();
    link(town.bob, code());
    town.answer(running, "Written after");
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text()).contains("Asked before");
    assertThat(count("turn", "author_id = " + member(town.alice))).isOne();
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text()).contains("1 of 3 questions per hour");
  }

  @Test
  void whichAccountGoesIsAskedByButtons() {
    town.command(town.alice, "link remove");
    assertThat(town.last(town.alice).text()).contains("linked with no other");
    link(town.bob, code());
    town.command(town.alice, "link remove");
    assertThat(town.last(town.alice).labels())
        .containsExactly("memory:alice", "memory:bob", "Leave it");
    town.press(town.alice, "memory:bob");
    assertThat(member(town.bob)).isNotEqualTo(member(town.alice));
  }
}
