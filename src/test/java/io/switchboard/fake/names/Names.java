package io.switchboard.fake.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells the JVM of the tests where machines are. Names under {@code .fake.test} are this machine,
 * or unknown; all others are left to the system.
 */
public final class Names extends InetAddressResolverProvider {
  private static final String OURS = ".fake.test";
  private static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();

  /** Nobody knows that name. The JVM remembers for ten seconds that it did not find it. */
  public static void unknown(String name) {
    UNKNOWN.add(name);
  }

  /** It is known, again. */
  public static void known(String name) {
    UNKNOWN.remove(name);
  }

  @Override
  public String name() {
    return "names of fakes";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver system = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.endsWith(OURS)) {
          return system.lookupByName(host, policy);
        }
        if (UNKNOWN.contains(host)) {
          throw new UnknownHostException(host + ": Name or service not known");
        }
        return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return system.lookupByAddress(address);
      }
    };
  }
}
