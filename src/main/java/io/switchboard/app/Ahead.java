package io.switchboard.app;

import io.switchboard.http.WebServer;
import io.switchboard.text.Texts;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/**
 * What takes long at its first use and needs nothing that must be there before: done while the
 * database is opened. Waited for before it is used, so that classes that need each other are never
 * made ready from two sides.
 */
final class Ahead {
  private Ahead() {}

  static CompletableFuture<Void> begin() {
    return CompletableFuture.runAsync(
        Ahead::prepare, Thread.ofPlatform().daemon().name("ahead")::start);
  }

  private static void prepare() {
    try {
      SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      // Whoever needs it will say so.
    }
    Texts.languages();
    WebServer.prepare();
  }
}
