package io.switchboard.http.arrival;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
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
  private static final Pattern NETWORK =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  private final List<Network> named;
  private final AtomicBoolean said = new AtomicBoolean();

  private record Network(byte[] address, int bits) {
    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit += 8) {
        int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
        if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private Proxies(List<Network> named) {
    this.named = List.copyOf(named);
  }

  /**
   * Reads them.
   *
   * @param list addresses, networks such as 172.16.0.0/12, or {@value #PRIVATE}, with commas or
   *     spaces between them; empty for those on this machine only
   * @throws IllegalArgumentException naming what is neither
   */
  public static Proxies parse(String list) {
    List<Network> named = new ArrayList<>();
    for (String one : list.strip().split("[,\\s]+")) {
      if (one.equals(PRIVATE)) {
        PRIVATE_NETWORKS.forEach(network -> named.add(network(network).orElseThrow()));
      } else if (!one.isEmpty()) {
        named.add(
            network(one)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "proxies: addresses or networks such as 10.0.0.5, 172.16.0.0/12 or "
                                + PRIVATE
                                + ", but this is "
                                + one)));
      }
    }
    return new Proxies(named);
  }

  private static Optional<Network> network(String text) {
    var parts = NETWORK.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return address(parts.group(1))
        .map(InetAddress::getAddress)
        .map(
            bytes ->
                new Network(
                    bytes,
                    parts.group(2) == null ? bytes.length * 8 : Integer.parseInt(parts.group(2))))
        .filter(network -> network.bits <= network.address.length * 8);
  }

  /** Whether this one is believed. */
  public boolean isOne(InetAddress address) {
    return address.isLoopbackAddress()
        || named.stream().anyMatch(network -> network.holds(address.getAddress()));
  }

  /**
   * For whom a request is.
   *
   * @param peer who brought it
   * @param forwarded all of X-Forwarded-For, in its order: each proxy adds whom it heard at the
   *     end, so only what a believed one added counts
   */
  public InetAddress client(InetAddress peer, String forwarded) {
    String[] hops = forwarded.isBlank() ? new String[0] : forwarded.split(",");
    if (hops.length > 0 && !isOne(peer) && said.compareAndSet(false, true)) {
      log.warn(
          "{} asks for others (X-Forwarded-For), but is not among web.proxies, so all of them count"
              + " as one: if it is your proxy, name it there (SWITCHBOARD_PROXIES)",
          peer.getHostAddress());
    }
    InetAddress client = peer;
    for (int i = hops.length - 1; i >= 0 && isOne(client); i--) {
      Optional<InetAddress> before = address(hops[i].strip());
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return client;
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
