package io.switchboard.app.parts.site;

import io.switchboard.db.Database;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.http.watch.Metrics;
import io.switchboard.http.watch.Probes;
import io.switchboard.sandbox.Sandbox;
import io.switchboard.web.MishapPages;
import io.switchboard.web.StartPage;
import io.switchboard.web.admin.AdminPages;
import io.switchboard.web.gallery.GalleryPages;
import io.switchboard.web.share.SharePages;
import io.switchboard.web.signin.SignInPages;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of all rooms, on one server. */
public final class Pages implements AutoCloseable {
  private final Routes routes = new Routes().passing(Database::wasAway);
  private final WebServer server;
  private final URI address;

  /** The pages for people, and what only machines ask for. */
  public record Site(
      Metrics metrics,
      StartPage start,
      GalleryPages gallery,
      SignInPages signIn,
      SharePages shares,
      AdminPages admin,
      Consumer<Routes> machines) {}

  public Pages(
      WebSettings settings, Readiness ready, Site site, Optional<Sandbox> sandbox, Assets assets) {
    new Probes(site.metrics(), ready).on(routes);
    site.machines().accept(routes);
    new MishapPages(assets).on(routes);
    site.start().on(routes);
    site.gallery().on(routes);
    site.signIn().on(routes);
    site.shares().on(routes);
    site.admin().on(routes);
    sandbox.ifPresent(page -> page.on(routes, assets));
    assets.on(routes);
    server = WebServer.start(settings, routes, site.metrics());
    address = settings.publicUrl().isEmpty() ? server.address() : URI.create(settings.publicUrl());
    sandbox.ifPresent(Sandbox::start);
  }

  /** What is answered, each as in {@code GET /s/{token}}. */
  public List<String> routes() {
    return routes.all();
  }

  /** Where people open the pages. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.close();
  }
}
