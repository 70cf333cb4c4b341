package io.switchboard.app.parts.site;

import io.switchboard.account.AccountTerms;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.choice.Condition.Trouble;
import io.switchboard.account.choice.Standing;
import io.switchboard.act.thing.NamePosts;
import io.switchboard.app.parts.Answers;
import io.switchboard.app.parts.Chats;
import io.switchboard.app.parts.Desk;
import io.switchboard.app.parts.Kept;
import io.switchboard.app.parts.Started;
import io.switchboard.command.OnPages;
import io.switchboard.command.admin.WhyNoAnswer;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.files.Assets;
import io.switchboard.markup.Document;
import io.switchboard.member.access.Role;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.member.session.Authority;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.look.LookAtQueue;
import io.switchboard.staff.LogFeed;
import io.switchboard.web.admin.Acts;
import io.switchboard.web.admin.AdminPages;
import io.switchboard.web.admin.Gatekeeper;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.live.Streams;
import io.switchboard.web.admin.view.audit.AuditScreen;
import io.switchboard.web.admin.view.log.LogsScreen;
import io.switchboard.web.admin.view.member.LimitsSaid;
import io.switchboard.web.admin.view.member.MemberCards;
import io.switchboard.web.admin.view.member.MemberScreen;
import io.switchboard.web.admin.view.member.MembersScreen;
import io.switchboard.web.admin.view.overview.AccountHealth;
import io.switchboard.web.admin.view.overview.AccountsPart;
import io.switchboard.web.admin.view.overview.Overview;
import io.switchboard.web.admin.view.overview.QueuePart;
import io.switchboard.web.admin.view.overview.TodayPart;
import io.switchboard.web.admin.view.post.PostCards;
import io.switchboard.web.admin.view.post.PostsScreen;
import io.switchboard.web.admin.view.share.SharesScreen;
import io.switchboard.web.admin.view.stats.StatisticsScreen;
import io.switchboard.web.signin.SignedIn;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The dashboard, wired to the rooms that it shows. */
public final class Dashboard {
  private final Kept kept;
  private final Chats chats;
  private final Answers answers;
  private final Desk desk;
  private final InstantSource time;
  private final Streams streams;

  public Dashboard(
      Kept kept, Chats chats, Answers answers, Desk desk, InstantSource time, Started started) {
    this.kept = kept;
    this.chats = chats;
    this.answers = answers;
    this.desk = desk;
    this.time = time;
    this.streams = started.add("live pages", new Streams(Streams.Bounds.DEFAULTS));
    kept.queue.onWork(streams::wake);
  }

  /**
   * Its pages.
   *
   * @param address where the world reaches them
   * @param signIn answers somebody who wants to sign in, and to come back to this path then
   */
  public AdminPages pages(
      Assets assets, Supplier<String> address, BiFunction<Request, String, Response> signIn) {
    Authority authority = new Authority(kept.database, time, kept.members, desk.access);
    Gatekeeper gate =
        new Gatekeeper(
            new SignedIn(kept.browsers.sessions()),
            new Gatekeeper.People(authority, kept.members, kept.limits.zone(), address),
            kept.audit,
            assets);
    return new AdminPages(gate, acts(desk.pages), assets, streams, screens(authority), signIn);
  }

  private List<Screen> screens(Authority authority) {
    LookForMembers members = new LookForMembers(kept.database);
    LookAtQueue queue = new LookAtQueue(kept.database);
    HowBusy busy = kept.queue.busy();
    Prices prices = kept.limits.prices();
    MemberCards cards =
        new MemberCards(kept.standings, authority, new LimitsSaid(kept.limits, kept.queue));
    return List.of(
        new Overview(
            new QueuePart(queue, busy, members, time),
            new AccountsPart(this::accounts),
            new TodayPart(busy::lately, time, prices.currency(), !prices.isEmpty())),
        new MembersScreen(members, cards),
        new MemberScreen(members, cards, queue, time),
        new PostsScreen(new PostCards(chats.community, kept.sharing.looking(), members)),
        new SharesScreen(
            kept.sharing.overseeing(), members, authority, kept.conversations.oversight()::allows),
        new StatisticsScreen(kept.queue.statistics(), members, prices.currency()),
        new LogsScreen(
            kept.logs,
            () ->
                new LogsScreen.Following(
                    kept.database.read(LogFeed::state), !chats.staff.places().isEmpty())),
        new AuditScreen(
            kept.audit, members, new NamePosts(chats.community, kept.sharing, kept.members)));
  }

  private static Acts acts(OnPages pages) {
    return new Acts() {
      @Override
      public boolean may(Role role, String command) {
        return pages.may(role, command);
      }

      @Override
      public Document act(
          Authority.Holder who,
          Locale language,
          String command,
          String arguments,
          Consumer<Document> later) {
        return pages.act(
            new OnPages.Who(who.member(), who.person(), who.role()),
            language,
            command,
            arguments,
            later);
      }
    };
  }

  private List<AccountHealth> accounts() {
    return answers.accounts.states().stream().map(this::account).toList();
  }

  private AccountHealth account(Accounts.State state) {
    String name = state.account().name();
    AccountTerms terms = state.account().terms();
    HowBusy.AccountUse use = kept.queue.busy().account(name);
    return new AccountHealth(
        name,
        terms.model(),
        state.weight(),
        standing(state.standing()),
        new AccountHealth.Use(
            use.running(), terms.caps().concurrency(), use.day().requests(), use.day().tokens()),
        trouble(state.condition().trouble()));
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case OPEN -> "open";
      case RESTING -> "resting";
      case LAST -> "last";
      case PAUSED -> "off";
    };
  }

  private static AccountHealth.@Nullable Trouble trouble(@Nullable Trouble trouble) {
    return trouble == null
        ? null
        : new AccountHealth.Trouble(
            WhyNoAnswer.key(trouble.kind()), trouble.detail(), trouble.since());
  }
}
