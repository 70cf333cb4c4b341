package io.switchboard.http.check;

import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.WebUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The address that people open. If nothing runs yet, a server that only proves itself is started
 * for as long as it takes.
 */
public final class CheckAddress implements Check {
  private static final Set<String> ONLY_HERE = Set.of("127.0.0.1", "::1", "localhost");
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final WebSettings settings;
  private final Proof proof;
  private final boolean needed;

  /**
   * Looks whether this is reached.
   *
   * @param needed whether people on chat platforms are given links
   */
  public CheckAddress(WebSettings settings, Proof proof, boolean needed) {
    this.settings = settings;
    this.proof = proof;
    this.needed = needed;
  }

  @Override
  public String about() {
    return "Pages";
  }

  @Override
  public void look(Findings findings) {
    Routes routes = new Routes();
    proof.on(routes);
    try (HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build()) {
      WebServer own = null;
      try {
        own = WebServer.start(settings, routes);
        look(findings, http, own.address());
      } catch (WebUnavailable taken) {
        occupied(findings, http, taken);
      } finally {
        if (own != null) {
          own.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Somebody listens there already: this Switchboard, as it runs, or another program. */
  private void occupied(Findings findings, HttpClient http, WebUnavailable taken)
      throws InterruptedException {
    URI there = URI.create("http://" + local() + ":" + settings.port());
    if (ask(http, there).isEmpty()) {
      look(findings, http, there);
    } else {
      findings.wrong(String.valueOf(taken.getMessage()));
    }
  }

  private String local() {
    String host = settings.host();
    return host.equals("0.0.0.0") || host.equals("::")
        ? "127.0.0.1"
        : host.contains(":") ? "[" + host + "]" : host;
  }

  private void look(Findings findings, HttpClient http, URI here) throws InterruptedException {
    if (settings.publicUrl().isEmpty()) {
      if (needed) {
        findings.wrong(
            "links lead to "
                + here
                + ", which nobody else can open: put a proxy with a certificate before it and set"
                + " web.publicUrl (SWITCHBOARD_PUBLIC_URL) to its address");
      } else {
        findings.ok("the pages are at " + here + ", for this machine only");
      }
      return;
    }
    URI there = URI.create(settings.publicUrl());
    String trouble = ask(http, there);
    if (trouble.isEmpty()) {
      findings.ok(there + " leads here");
    } else {
      findings.wrong(there + " " + trouble.replace("%s", here.toString()) + unheard(there, here));
    }
    if (!there.getRawPath().isEmpty()) {
      findings.wrong(
          "web.publicUrl has a path, %s, but the pages need a host name of their own, such as https://chat.example.org"
              .formatted(there.getRawPath()));
    }
    if ("http".equals(there.getScheme()) && needed) {
      findings.note(
          "web.publicUrl begins with http, so what people read there can be read on the way, and no"
              + " browser on another machine stays signed in: a proxy such as Caddy gets a"
              + " certificate by itself");
    }
  }

  /** More to do, where the address leads to this very port, without a proxy. */
  private String unheard(URI there, URI here) {
    boolean direct = there.getPort() == here.getPort() && !there.getHost().equals(here.getHost());
    return direct && ONLY_HERE.contains(settings.host())
        ? ". Without a proxy, web.host must be 0.0.0.0, for "
            + settings.host()
            + " is heard on this machine only"
        : "";
  }

  /** Asks for a proof there: what is wrong, with %s for where the pages really are, or nothing. */
  private String ask(HttpClient http, URI there) throws InterruptedException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(there + Proof.path(nonce))).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status == 200 && answer.body().equals(proof.of(nonce))) {
        return "";
      }
      if (status / 100 == 3) {
        return "leads elsewhere by a redirect: set web.publicUrl to where it leads, such as the"
            + " https address";
      }
      return status >= 502 && status <= 504
          ? "answers " + status + ": let the proxy there pass on to %s"
          : "answers, but not with this Switchboard ("
              + status
              + "): let the proxy there pass"
              + " everything on to %s";
    } catch (IOException e) {
      return why(e);
    }
  }

  private static String why(IOException failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      switch (t) {
        case UnknownHostException _ -> {
          return "has no address: make a DNS record for it, or correct web.publicUrl";
        }
        case java.nio.channels.UnresolvedAddressException _ -> {
          return "has no address: make a DNS record for it, or correct web.publicUrl";
        }
        case SSLException wrong -> {
          return "has no good certificate (" + wrong.getMessage() + "): renew it at the proxy";
        }
        default -> {}
      }
    }
    return failure instanceof ConnectException
        ? "lets nobody in: start the proxy there, and open the port in the firewall; it passes on"
            + " to %s"
        : "does not answer ("
            + failure.getClass().getSimpleName()
            + "): see to the proxy there; it"
            + " passes on to %s. From inside some networks one's own public address cannot be"
            + " reached, though from outside it can";
  }
}
