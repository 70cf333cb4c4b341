package io.switchboard.fetch;

import io.switchboard.chat.Fetched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Fetches files from the hosts that it was told of, and from nowhere else. Safe for threads. */
public final class Download implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IN_ALL = Duration.ofSeconds(30);

  private final Set<String> hosts;
  private final @Nullable HttpUrl own;
  private final OkHttpClient http;

  /**
   * @param hosts may be asked by https on its usual port, at public addresses
   * @param own a server that the configuration names: its scheme, host and port may be asked
   *     wherever they are; null for none
   */
  public Download(Set<String> hosts, @Nullable URI own) {
    this(hosts, own, Dns.SYSTEM);
  }

  Download(Set<String> hosts, @Nullable URI own, Dns names) {
    this.hosts = Set.copyOf(hosts);
    this.own = own == null ? null : HttpUrl.get(own);
    this.http =
        new OkHttpClient.Builder()
            .dns(host -> reachable(host, names.lookup(host)))
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(CONNECT)
            .callTimeout(IN_ALL)
            .build();
  }

  /**
   * Fetches one file; half a minute at most.
   *
   * @param mostBytes more than so many are not read
   */
  public Fetched get(String address, long mostBytes) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !allowed(url)) {
      return new Fetched.Gone("its address is not one that files are fetched from");
    }
    Request request = new Request.Builder().url(url).header("Accept-Encoding", "identity").build();
    try (Response response = http.newCall(request).execute()) {
      return read(response, mostBytes);
    } catch (IOException e) {
      // Without the address in it, which may hold a token.
      return new Fetched.Failed(e.getClass().getSimpleName() + " from " + url.host());
    }
  }

  private boolean allowed(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return false;
    }
    return isOwn(url) || (url.isHttps() && url.port() == 443 && hosts.contains(url.host()));
  }

  private boolean isOwn(HttpUrl url) {
    return own != null
        && own.scheme().equals(url.scheme())
        && own.host().equals(url.host())
        && own.port() == url.port();
  }

  private List<InetAddress> reachable(String host, List<InetAddress> addresses)
      throws UnknownHostException {
    boolean ours = own != null && own.host().equals(host.toLowerCase(Locale.ROOT));
    if (!ours && addresses.stream().anyMatch(InnerNetwork::holds)) {
      throw new UnknownHostException(host + " is in the inner network");
    }
    return addresses;
  }

  private static Fetched read(Response response, long mostBytes) throws IOException {
    int status = response.code();
    if (status != 200) {
      String why = "HTTP " + status;
      boolean passing = status < 400 || status == 401 || status == 429 || status >= 500;
      return passing ? new Fetched.Failed(why) : new Fetched.Gone(why);
    }
    if (response.body().contentLength() > mostBytes) {
      return new Fetched.TooLarge();
    }
    BufferedSource source = response.body().source();
    return source.request(mostBytes + 1)
        ? new Fetched.TooLarge()
        : new Fetched.Whole(source.readByteArray());
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
  }
}
