package io.switchboard.http.arrival;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reverse proxies that are believed when they say for whom they ask: those on this machine, and
 * those that are named.
 */
public final class Proxies {
  /** What stands for the networks that nobody on the Internet has. */
  public static final String PRIVATE = "private";

  private static final Logger log = LoggerFactory.getLogger(Proxies.class);
  private static final List<String> PRIVATE_NETWORKS =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
  private static final Pattern WORD = Pattern.compile("[^,\\s]+");
  private static final Pattern NETWORK =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  /** Some proxies say the port, too: 192.0.2.7:4711 or [2001:db8::7]:4711, also in quotes. */
  private static final Pattern HOP =
      Pattern.compile("\"?(?:\\[([^\\[\\]]+)](?::\\d{1,5})?|([^:]+):\\d{1,5}|([^\"]+))\"?");

  private final List<Network> named;
  private final AtomicBoolean said = new AtomicBoolean();

  private record Network(InetAddress address, int bits) {
    boolean holds(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] bytes = other.getAddress();
      int shift = own.length * 8 - bits;
      return bytes.length == own.length
          && new BigInteger(1, bytes)
              .shiftRight(shift)
              .equals(new BigInteger(1, own).shiftRight(shift));
    }
  }

  private Proxies(List<Network> named) {
    this.named = List.copyOf(named);
  }

  /**
   * Those that are named.
   *
   * @param named addresses, networks such as 172.16.0.0/12, or {@value #PRIVATE}; empty for those
   *     on this machine only
   * @throws IllegalArgumentException naming what is neither
   */
  public static Proxies of(List<String> named) {
    return new Proxies(
        words(named).stream()
            .flatMap(one -> one.equals(PRIVATE) ? PRIVATE_NETWORKS.stream() : Stream.of(one))
            .map(one -> network(one).orElseThrow(() -> neither(one)))
            .toList());
  }

  /** Each by itself, where some have commas or spaces between them. */
  public static List<String> words(List<String> named) {
    return named.stream().flatMap(Proxies::words).toList();
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  private static IllegalArgumentException neither(String word) {
    return new IllegalArgumentException(
        "proxies: addresses or networks such as 10.0.0.5, 172.16.0.0/12 or "
            + PRIVATE
            + ", but this is "
            + word);
  }

  private static Optional<Network> network(String text) {
    var parts = NETWORK.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return address(parts.group(1))
        .flatMap(
            address -> {
              int most = address.getAddress().length * 8;
              int bits = parts.group(2) == null ? most : Integer.parseInt(parts.group(2));
              return bits <= most ? Optional.of(new Network(address, bits)) : Optional.empty();
            });
  }

  /** Whether this one is believed. */
  public boolean isOne(InetAddress address) {
    return address.isLoopbackAddress()
        || named.stream().anyMatch(network -> network.holds(address));
  }

  /**
   * For whom a request is.
   *
   * @param peer who brought it
   * @param forwarded all of X-Forwarded-For, in its order: each proxy adds whom it heard at the
   *     end, so only what a believed one added counts
   */
  public InetAddress client(InetAddress peer, String forwarded) {
    List<String> hops = words(forwarded).toList();
    if (!hops.isEmpty() && !isOne(peer) && said.compareAndSet(false, true)) {
      log.warn(
          "{} asks for others (X-Forwarded-For), but is not among web.proxies, so all of them count"
              + " as one: if it is your proxy, name it there (SWITCHBOARD_PROXIES)",
          peer.getHostAddress());
    }
    InetAddress client = peer;
    for (String hop : hops.reversed()) {
      Optional<InetAddress> before = isOne(client) ? hop(hop) : Optional.empty();
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return client;
  }

  private static Optional<InetAddress> hop(String text) {
    Matcher parts = HOP.matcher(text);
    return parts.matches()
        ? IntStream.rangeClosed(1, parts.groupCount())
            .mapToObj(parts::group)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(Proxies::address)
        : Optional.empty();
  }

  /** Only what is an address by its letters: no name is ever looked up. */
  private static Optional<InetAddress> address(String text) {
    try {
      return NETWORK.matcher(text).matches() && text.indexOf('/') < 0
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
