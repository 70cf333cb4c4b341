package io.switchboard.app.parts.platforms;

import io.switchboard.app.settings.Settings;
import io.switchboard.chat.Person;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.title.Titles;
import io.switchboard.community.CommunitySettings;
import io.switchboard.db.Database;
import io.switchboard.db.learnt.Learnt;
import io.switchboard.db.shared.Leases;
import io.switchboard.discord.DiscordPlatform;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.sandbox.Sandbox;
import io.switchboard.sandbox.SandboxPeople;
import io.switchboard.sandbox.SandboxPlatform;
import io.switchboard.sandbox.SandboxScene;
import io.switchboard.staff.StaffSettings;
import io.switchboard.telegram.Telegram;
import io.switchboard.telegram.menu.ShownMenus;
import io.switchboard.telegram.webhook.Webhook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chat platforms that are switched on. */
public final class Platforms implements AutoCloseable {
  private final Titles titles;
  private final @Nullable DiscordPlatform discord;
  private final @Nullable Telegram telegram;
  private final @Nullable SandboxPlatform sandbox;
  private volatile @Nullable Menus menus;
  private final List<OneListener.Ear> alone = new ArrayList<>();
  private final List<OneListener> turns = new CopyOnWriteArrayList<>();

  /** What is to be listed now: for everybody, and for some beside it. */
  public interface Menus {
    CommandMenu ofAll();

    List<OwnMenu> ofSome();
  }

  /** Nothing is listened to yet. */
  public Platforms(Settings settings, Database database, InstantSource time) {
    titles = new Titles(time, new PlaceTitles(new Learnt(database, time)));
    discord =
        settings.discord.token().isEmpty() ? null : new DiscordPlatform(settings.discord, time);
    telegram =
        settings.telegram.token().isEmpty()
            ? null
            : new Telegram(
                settings.telegram,
                time,
                new Telegram.Kept(
                    new Webhook(database, settings.web.publicUrl(), settings.telegram.token()),
                    new ShownMenus(database)),
                new TelegramMemory(new Learnt(database, time), settings.telegram.apiUrl()));
    sandbox =
        settings.sandbox.on(!settings.withoutTokens()) ? new SandboxPlatform(database, time) : null;
  }

  public Messengers messengers() {
    List<Messenger> on = new ArrayList<>();
    if (discord != null) {
      on.add(discord);
    }
    if (telegram != null) {
      on.add(telegram);
    }
    if (sandbox != null) {
      on.add(sandbox);
    }
    return new Messengers(on, titles);
  }

  /** The members whom the sandbox plays: an admin can set their limits before they have written. */
  public List<Person> playedPeople() {
    return sandbox == null
        ? List.of()
        : SandboxPeople.all().stream().filter(person -> !person.roles().isEmpty()).toList();
  }

  public boolean hasSandbox() {
    return sandbox != null;
  }

  /** What platforms bring themselves, on the web server. */
  public void on(Routes routes) {
    if (telegram != null) {
      telegram.on(routes);
    }
  }

  /**
   * The sandbox's page, if it is on.
   *
   * @param dashboard signs a browser in as the sandbox's admin and leads it to the dashboard
   */
  public Optional<Sandbox> page(
      Inbox inbox, SandboxScene scene, Function<Request, Response> dashboard) {
    return Optional.ofNullable(sandbox)
        .map(platform -> new Sandbox(platform, inbox, scene).leadTo(dashboard));
  }

  /** Who is let in: where the sandbox is on, its people too. */
  public AccessSettings access(AccessSettings configured) {
    if (sandbox == null) {
      return configured;
    }
    List<String> admins = new ArrayList<>(configured.admins());
    admins.add(SandboxPeople.ADMIN);
    List<String> allow = new ArrayList<>(configured.allow());
    allow.add(SandboxPeople.MEMBER);
    return new AccessSettings(admins, allow);
  }

  /** Where posts go: where nothing but the sandbox is on and nothing is said, its channel. */
  public CommunitySettings community(CommunitySettings configured) {
    boolean nothingSaid = configured.equals(CommunitySettings.DEFAULTS);
    return sandbox != null && discord == null && telegram == null && nothingSaid
        ? new CommunitySettings(
            true,
            List.of("sandbox-channel:community"),
            configured.approval(),
            List.of("how-to", "code", "idea", "fun"),
            configured.languages(),
            configured.digest())
        : configured;
  }

  /**
   * Where the staff reads: where nothing but the sandbox is on and nothing is said, its channel.
   */
  public StaffSettings staff(StaffSettings configured) {
    return sandbox != null && discord == null && telegram == null && configured.channels().isEmpty()
        ? new StaffSettings(List.of("sandbox-channel:staff"), configured.language())
        : configured;
  }

  /**
   * Begins to speak, and to listen where no other process does. A platform that cannot be reached
   * is tried again and keeps nobody waiting.
   *
   * @param leases by which several processes agree on who listens; empty if there is only this one
   */
  public void listen(Inbox desk, Menus menu, Optional<Leases> leases) {
    menus = menu;
    Inbox inbox = new SayingNotNow(desk);
    List<OneListener.Ear> ears = new ArrayList<>();
    if (discord != null) {
      DiscordPlatform on = discord;
      on.speak();
      ears.add(
          new OneListener.Ear(
              "discord", false, () -> on.start(inbox, menu.ofAll()), on::stopHearing));
    }
    if (telegram != null) {
      Telegram on = telegram;
      ears.add(
          new OneListener.Ear(
              "telegram",
              true,
              () -> on.start(inbox, menu.ofAll(), menu.ofSome()),
              on::stopHearing));
    }
    if (leases.isEmpty()) {
      ears.forEach(ear -> ear.listen().run());
      alone.addAll(ears);
    } else {
      ears.forEach(ear -> turns.add(new OneListener(ear, leases.get()).start()));
    }
  }

  /** Lists the commands anew where this process listens, if others are to be listed than are. */
  public void listCommands() {
    Menus now = menus;
    if (now == null) {
      return;
    }
    CommandMenu menu = now.ofAll();
    if (discord != null) {
      discord.list(menu);
    }
    if (telegram != null) {
      telegram.list(menu, now.ofSome());
    }
  }

  /** Those that are switched on, and whether this process hears each of them now. */
  public Map<String, Boolean> heardHere() {
    Map<String, Boolean> heard = new TreeMap<>();
    if (discord != null) {
      heard.put("discord", discord.connected());
    }
    if (telegram != null) {
      heard.put("telegram", telegram.connected());
    }
    return heard;
  }

  /** Whether any of them is heard, here or by another process; also if none has a token. */
  public boolean anyHeard() {
    boolean none = discord == null && telegram == null;
    boolean here =
        (discord != null && discord.connected()) || (telegram != null && telegram.connected());
    return none || here || turns.stream().anyMatch(OneListener::elsewhere);
  }

  /**
   * Leaves what comes now to whoever listens next; speaking goes on. Where nothing would be kept
   * for them, it is heard and stored to the end.
   */
  public void stopListening() {
    alone.stream().filter(OneListener.Ear::keeps).forEach(ear -> ear.stop().run());
    turns.forEach(OneListener::leave);
  }

  /** Hears and says nothing any more. */
  @Override
  public void close() {
    turns.forEach(OneListener::close);
    if (discord != null) {
      discord.close();
    }
    if (telegram != null) {
      telegram.close();
    }
  }
}
