package io.switchboard.web.share;

import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.share.Visibility;
import io.switchboard.share.read.Entered;
import io.switchboard.share.read.OpenShares;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import io.switchboard.share.read.Typed;
import io.switchboard.web.MishapPages;
import io.switchboard.web.StartPage;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server of pages with what is put on it. */
final class Shelf implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, SharedCopy> copies = new ConcurrentHashMap<>();
  private final Map<String, SharedCopy> growing = new ConcurrentHashMap<>();
  private final Map<String, Opened.Gate> gates = new ConcurrentHashMap<>();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicLong versions = new AtomicLong();
  private final WebServer server;

  Shelf(int port) {
    Routes routes = new Routes();
    Assets assets = new Assets();
    InstantSource time = InstantSource.fixed(NOW);
    Around around =
        new Around(
            () -> at("").toString(),
            request -> Reader.ANYBODY,
            start -> List.of(new Around.Onward("Telegram", "https://t.me/bot?start=" + start)),
            (request, back) -> Response.redirect("/login"));
    new SharePages(reading, time, assets, around).on(routes);
    new StartPage(assets, true, () -> true).on(routes);
    new MishapPages(assets).on(routes);
    assets.on(routes);
    server = WebServer.start(new WebSettings("127.0.0.1", port, ""), routes);
  }

  Shelf with(String token, String title, String owner, boolean draft, SharedTurn... turns) {
    Instant end = draft ? null : NOW.plusSeconds(6 * 86_400);
    SharedCopy.Sight sight =
        new SharedCopy.Sight(
            new ShareId(1),
            versions.incrementAndGet(),
            Visibility.PUBLIC,
            draft ? SharedCopy.By.PREVIEW : SharedCopy.By.LINK);
    copies.put(
        token, new SharedCopy(title, owner, List.of(turns), NOW.minusSeconds(60), end, sight));
    return this;
  }

  private Opened opened(String token) {
    if (gates.containsKey(token)) {
      return gates.get(token);
    }
    SharedCopy copy = growing.containsKey(token) ? growing.get(token) : copies.get(token);
    return copy == null ? new Opened.Nothing() : new Opened.Page(copy);
  }

  /** A gate with the password "sesame", which leads to another link. */
  Shelf withGate(String token, Opened.Gate gate) {
    gates.put(token, gate);
    return this;
  }

  int seen() {
    return seen.get();
  }

  private final Reading reading =
      new Reading() {
        @Override
        public Opened open(String token, Reader reader) {
          return opened(token);
        }

        @Override
        public Entered enter(String token, Reader reader, Typed typed) {
          Opened.Gate gate = gates.get(token);
          if (gate == null) {
            return new Entered.Nothing();
          }
          return gate.password() && !typed.password().equals("sesame & more")
              ? new Entered.Wrong()
              : new Entered.In("/s/inside");
        }

        @Override
        public Optional<OpenShares.Open> glance(String token) {
          return Optional.ofNullable(copies.get(token))
              .filter(copy -> copy.sight().by() == SharedCopy.By.LINK)
              .map(c -> new OpenShares.Open(c.sight().share(), c.sight().version(), c.endsAt()));
        }

        @Override
        public Optional<SharedCopy> peek(String token) {
          return opened(token) instanceof Opened.Page(SharedCopy copy)
              ? Optional.of(copy)
              : Optional.empty();
        }

        @Override
        public Optional<OpenShares.Grown> grown(SharedCopy.Sight sight) {
          return growing.values().stream()
              .filter(copy -> copy.sight().equals(sight))
              .map(copy -> new OpenShares.Grown(copy.turns().getFirst().answer(), copy.hashCode()))
              .findFirst();
        }

        @Override
        public void seen(ShareId share) {
          seen.incrementAndGet();
        }
      };

  /** An answer that grows: shows so much of it; null once it is whole. */
  Shelf growing(String token, String answer) {
    if (answer == null) {
      growing.remove(token);
      return this;
    }
    SharedCopy.Sight sight =
        new SharedCopy.Sight(new ShareId(2), 1, Visibility.PUBLIC, SharedCopy.By.LINK);
    SharedTurn turn = new SharedTurn("What?", answer);
    growing.put(
        token,
        new SharedCopy(
            "A <title>", null, List.of(turn), NOW, NOW.plusSeconds(86_400), sight.growing()));
    return this;
  }

  Shelf without(String token) {
    copies.remove(token);
    return this;
  }

  URI at(String path) {
    return URI.create(server.address() + path);
  }

  @Override
  public void close() {
    server.close();
  }

  /** To look at while working on the pages. */
  public static void main(String[] args) throws Exception {
    try (Shelf shelf = new Shelf(9098)) {
      shelf.with(
          "rich",
          "What is a switchboard, and why did people love it?",
          "Ada",
          false,
          new SharedTurn("What is a switchboard, and why did people love it?", Rich.TEXT),
          new SharedTurn("And who invented it?\n\nBriefly, please.", "**George Coy**, in 1878."));
      shelf.with("draft", "电话总机是什么？", null, true, new SharedTurn("电话总机是什么？", Rich.TEXT));
      shelf.with(
          "rtl",
          "ما هي لوحة التبديل؟",
          null,
          false,
          new SharedTurn(
              "ما هي لوحة التبديل؟",
              "لوحة **التبديل** تصل خطًا بآخر.\n\n- واحد\n- اثنان\n\n> اقتباس"));
      System.out.println(shelf.at("/s/rich"));
      Thread.currentThread().join();
    }
  }
}
