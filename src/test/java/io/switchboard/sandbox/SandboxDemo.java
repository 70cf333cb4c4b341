package io.switchboard.sandbox;

import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sandbox with somebody who answers what they heard, to look at while working on the page. */
final class SandboxDemo {
  private SandboxDemo() {}

  static CommandMenu menu() {
    return new CommandMenu(
        List.of(
            entry("ask", "Ask a question", false),
            entry("share", "Share an answer by a link", false),
            entry("stop", "Stop the answer", false),
            entry("usage", "What you have used and have left", false),
            entry("limit", "Show and set limits", true)));
  }

  private static CommandMenu.Entry entry(String name, String description, boolean admin) {
    return new CommandMenu.Entry(
        name,
        Map.of(Locale.ENGLISH, description),
        List.of(
            new CommandMenu.Option(
                "text", Map.of(Locale.ENGLISH, "text"), name.equals("ask"), List.of())),
        admin,
        false);
  }

  public static void main(String[] args) throws Exception {
    try (Database database = TestDatabases.h2()) {
      SandboxPlatform platform = new SandboxPlatform(database, InstantSource.system());
      Routes routes = new Routes();
      Assets assets = new Assets();
      EchoInbox echo = new EchoInbox(platform, Duration.ofMillis(200));
      new Sandbox(platform, echo, new SandboxScene(SandboxDemo::menu, "demo", true))
          .on(routes, assets);
      assets.on(routes);
      try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 9099, ""), routes)) {
        System.out.println(server.address() + "/sandbox");
        Thread.currentThread().join();
      }
    }
  }
}
