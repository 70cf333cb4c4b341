package io.switchboard.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.http.arrival.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files by which it is installed agree with each other and with the program. */
class DistTest {
  private static final Path DIST = Path.of("src", "dist");

  /** What is not said in the configuration, but to Java, to the log, or of the data folder. */
  private static final Set<String> BESIDE =
      Set.of("SWITCHBOARD_JAVA_OPTS", "SWITCHBOARD_LOG", "SWITCHBOARD_DATA");

  private final String image = read("Dockerfile");
  private final Map<?, ?> compose = new Yaml().load(read("compose.yaml"));

  private static String read(String name) {
    try {
      return Files.readString(DIST.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyVariableIsOneThatIsHeard() throws IOException {
    Set<String> heard = new TreeSet<>(BESIDE);
    heard.addAll(
        found("\\$\\{([A-Z_]+):", Files.readString(Path.of("bot-config/switchboard.yaml"))));
    Set<String> said = new TreeSet<>(found("(SWITCHBOARD_[A-Z_]+)=", image));
    environment().keySet().forEach(name -> said.add(String.valueOf(name)));
    assertThat(heard).containsAll(said);
    assertThat(said).contains("SWITCHBOARD_PROXIES", "SWITCHBOARD_DATABASE_URL", "OPENAI_API_KEY");
  }

  @Test
  void composeUsesTheImageAsItIsMade() {
    Map<?, ?> service = service();
    String port = one("SWITCHBOARD_PORT=(\\d+)", image);
    assertThat(one("EXPOSE (\\d+)", image)).isEqualTo(port);
    // Only from this machine, which is why its gateway may be believed to be a proxy.
    assertThat(service.get("ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
    String data = one("SWITCHBOARD_DATA=(\\S+)", image);
    assertThat(one("VOLUME (\\S+)", image)).isEqualTo(data);
    String config = one("\"--config\", \"([^\"]+)\"", image);
    assertThat(service.get("volumes"))
        .isEqualTo(List.of("data:" + data, "../../bot-config:" + config + ":ro"));
    assertThat(service.get("read_only")).isEqualTo(true);
    assertThat(image).contains("USER 10001:10001", "--uid 10001", "install -d -o 10001 -g 10001");
    assertThat(((Map<?, ?>) service.get("build")).get("dockerfile"))
        .isEqualTo("src/dist/Dockerfile");
  }

  /** Readers with private addresses, as in an office, could else pretend to be others. */
  @Test
  void onlyItsOwnNetworkIsBelievedToBeAProxy() {
    Map<?, ?> network = (Map<?, ?>) ((Map<?, ?>) compose.get("networks")).get("default");
    Map<?, ?> config =
        (Map<?, ?>) ((List<?>) ((Map<?, ?>) network.get("ipam")).get("config")).getFirst();
    String subnet = String.valueOf(config.get("subnet"));
    assertThat(environment().get("SWITCHBOARD_PROXIES"))
        .isEqualTo("${SWITCHBOARD_PROXIES:-" + subnet + "}");
    assertThat(service().get("networks")).as("only the default one").isNull();
    String named = one("\\$\\{SWITCHBOARD_NETWORK:-([0-9./]+)}", subnet);
    assertThat(Proxies.of(List.of(named)).isOne(InetAddress.ofLiteral("172.30.83.1"))).isTrue();
    assertThat(Proxies.of(List.of(named)).isOne(InetAddress.ofLiteral("172.17.0.1"))).isFalse();
  }

  /** Tokens beside compose.yaml belong into no layer, and a new one is no reason to build anew. */
  @Test
  void secretsStayOutOfTheBuild() {
    assertThat(read("Dockerfile.dockerignore").lines()).contains("**/.env", "**/*.backup");
  }

  @Test
  void whatIsStartedIsWhatTheBundleHolds() {
    String unit = read("switchboard.service");
    assertThat(unit)
        .contains("ExecStart=/opt/switchboard/bin/switchboard run --config /etc/switchboard")
        .contains("RestartPreventExitStatus=64 78");
    assertThat(one("ENTRYPOINT \\[\"/opt/switchboard/([^\"]+)\"", image))
        .isEqualTo("bin/switchboard");
    assertThat(read("bundle.sh")).contains("\"$out/bin/switchboard\"", "cp -R bot-config");
    // Both give what is being answered its half a minute.
    assertThat(unit).contains("TimeoutStopSec=45");
    assertThat(service().get("stop_grace_period")).isEqualTo("45s");
  }

  private Map<?, ?> service() {
    return (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get("switchboard");
  }

  private Map<?, ?> environment() {
    return (Map<?, ?>) service().get("environment");
  }

  private static String one(String pattern, String text) {
    List<String> found = found(pattern, text);
    assertThat(found).as(pattern).isNotEmpty();
    return found.getFirst();
  }

  private static List<String> found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
