package io.switchboard.http;

import io.switchboard.http.arrival.Proxies;
import java.net.URI;
import java.util.List;

/**
 * Where the pages are.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes any free port
 * @param publicUrl how the world reaches the pages, such as {@code https://chat.example.org}; empty
 *     for the address listened on
 * @param proxies who is believed in X-Forwarded-For, beside proxies on this machine: addresses,
 *     networks, or {@value Proxies#PRIVATE}
 */
public record WebSettings(String host, int port, String publicUrl, List<String> proxies) {
  public static final WebSettings DEFAULTS = new WebSettings("127.0.0.1", 8080, "");

  /** With no proxies but those on this machine. */
  public WebSettings(String host, int port, String publicUrl) {
    this(host, port, publicUrl, List.of());
  }

  public WebSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host: an address to listen on, such as 127.0.0.1");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: 0 to 65535, but this is " + port);
    }
    publicUrl = withoutSlash(publicUrl.strip());
    if (!publicUrl.isEmpty() && !isAddress(publicUrl)) {
      throw new IllegalArgumentException(
          "publicUrl: an address such as https://chat.example.org, but this is " + publicUrl);
    }
    // The environment has one word for all of them, or none.
    proxies = Proxies.words(proxies);
    Proxies.of(proxies);
  }

  /** Whether readers come over TLS. */
  boolean secure() {
    return publicUrl.startsWith("https://");
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? withoutSlash(url.substring(0, url.length() - 1)) : url;
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = URI.create(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
