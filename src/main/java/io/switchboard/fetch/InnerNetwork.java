package io.switchboard.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses that are not everybody's: this machine, the networks around it, and where clouds
 * keep their machines' secrets. From the registries of special-purpose addresses (RFC 6890 and what
 * updates it).
 */
final class InnerNetwork {
  private static final List<Block> IPV4 =
      List.of(
          Block.of(0, 0, 0, 0, 8), // this network
          Block.of(10, 0, 0, 0, 8),
          Block.of(100, 64, 0, 0, 10), // shared by a provider's customers; Alibaba's metadata
          Block.of(127, 0, 0, 0, 8),
          Block.of(168, 63, 129, 16, 32), // Azure's machines ask their host here
          Block.of(169, 254, 0, 0, 16), // link-local; everybody's metadata
          Block.of(172, 16, 0, 0, 12),
          Block.of(192, 0, 0, 0, 24), // protocols; Oracle's metadata
          Block.of(192, 0, 2, 0, 24), // for examples
          Block.of(192, 88, 99, 0, 24), // 6to4 relays
          Block.of(192, 168, 0, 0, 16),
          Block.of(198, 18, 0, 0, 15), // for measurements
          Block.of(198, 51, 100, 0, 24), // for examples
          Block.of(203, 0, 113, 0, 24), // for examples
          Block.of(224, 0, 0, 0, 3)); // multicast, reserved, broadcast

  private record Block(int address, int mask) {
    static Block of(int a, int b, int c, int d, int bits) {
      return new Block(a << 24 | b << 16 | c << 8 | d, -1 << (32 - bits));
    }

    boolean holds(int other) {
      return (other & mask) == (address & mask);
    }
  }

  private InnerNetwork() {}

  /** Whether it lies there. */
  static boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> holdsV4(bytes, 0);
      case Inet6Address _ -> holdsV6(bytes);
      default -> true;
    };
  }

  private static boolean holdsV4(byte[] bytes, int from) {
    int address = 0;
    for (int i = from; i < from + 4; i++) {
      address = address << 8 | (bytes[i] & 0xff);
    }
    int it = address;
    return IPV4.stream().anyMatch(block -> block.holds(it));
  }

  /**
   * Only 2000::/3 is given out; within it, addresses that stand for one of IPv4 are as that one.
   */
  private static boolean holdsV6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    if (first == 0x64 && second == 0xff9b) {
      return !restIsZero(bytes, 4, 12) || holdsV4(bytes, 12); // an IPv4 address behind NAT64
    }
    if (first == 0x2002) {
      return holdsV4(bytes, 2); // 6to4
    }
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return special || first >> 13 != 1 || first >> 4 == 0x3ff;
  }

  private static boolean restIsZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
