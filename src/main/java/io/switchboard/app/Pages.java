package io.switchboard.app;

import io.switchboard.chat.CommandMenu;
import io.switchboard.chat.Inbox;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.http.watch.Metrics;
import io.switchboard.http.watch.Probes;
import io.switchboard.sandbox.Sandbox;
import io.switchboard.sandbox.SandboxScene;
import java.net.URI;
import java.util.List;

/** The pages of all rooms, on one server. */
final class Pages implements AutoCloseable {
  private final Metrics metrics = new Metrics();
  private final WebServer server;
  private final URI address;

  Pages(
      WebSettings settings,
      Platforms platforms,
      Inbox inbox,
      CommandMenu menu,
      String account,
      boolean demo) {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new Probes(metrics, List::of).on(routes);
    platforms
        .sandbox()
        .ifPresent(
            platform -> {
              Sandbox sandbox = new Sandbox(platform, inbox, new SandboxScene(menu, account, demo));
              sandbox.on(routes, assets);
              sandbox.start();
            });
    assets.on(routes);
    server = WebServer.start(settings, routes, metrics);
    address = settings.publicUrl().isEmpty() ? server.address() : URI.create(settings.publicUrl());
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    server.close();
    metrics.close();
  }
}
