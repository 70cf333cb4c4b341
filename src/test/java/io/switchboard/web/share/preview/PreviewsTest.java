package io.switchboard.web.share.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.picture.SystemFonts;
import io.switchboard.share.Published;
import io.switchboard.share.Visibility;
import io.switchboard.web.speed.House;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What chats show of a link, fetched as their crawlers do it. */
class PreviewsTest {
  private static final Pattern PICTURE =
      Pattern.compile("<meta property=\"og:image\" content=\"http://x(/s/[^\"]+)\">");
  private static final String DISCORD =
      "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)";

  private final Database database = TestDatabases.h2();
  private final House house = new House(database);
  private final HttpClient client = HttpClient.newHttpClient();
  private final MemberId ada = house.member();
  private final Published.Live live = house.publish(ada);

  @BeforeAll
  static void fonts() {
    SystemFonts.assumeThere();
  }

  @AfterEach
  void stop() {
    client.close();
    house.close();
    database.close();
  }

  @Test
  void aLinkHasAPicture() throws Exception {
    String page = text(live.path());
    String path = picture(page).orElseThrow();
    assertThat(page)
        .contains("property=\"og:image:width\" content=\"1200\"", "\"summary_large_image\"");
    HttpResponse<byte[]> picture = get(path);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(picture.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("cross-origin");
    assertThat(picture.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(1200);
    assertThat(text("/oembed?url=http://x" + live.path()))
        .contains("\"thumbnail_url\":\"http://x" + path + "\"", "\"thumbnail_width\":1200");
    assertThat(get(path).body()).isEqualTo(picture.body());
  }

  @Test
  void itChangesWithWhatItShowsAndItsAddressToo() throws Exception {
    String before = picture(text(live.path())).orElseThrow();
    byte[] first = get(before).body();
    house.sharing.own().rename(live.id(), ada, "另一个标题 🚀");
    String after = picture(text(live.path())).orElseThrow();
    assertThat(after).isNotEqualTo(before);
    assertThat(get(after).body()).isNotEqualTo(first);
    assertThat(get(before).body()).as("never what was").isEqualTo(get(after).body());
  }

  @Test
  void lookingIsNoView() throws Exception {
    String path = picture(text(live.path())).orElseThrow();
    assertThat(read(live.path())).isEqualTo(text(live.path()));
    for (int i = 0; i < 3; i++) {
      get(path);
      text(live.path());
      text("/oembed?url=http://x" + live.path());
    }
    house.sharing.sweep();
    assertThat(house.sharing.looking().all(ada).getFirst().views()).isEqualTo(1);
  }

  @Test
  void itIsGoneWithTheLink() throws Exception {
    String path = picture(text(live.path())).orElseThrow();
    get(path);
    house.time.step(Duration.ofDays(7));
    assertGone(path);
    Published.Live other = house.publish(ada);
    String another = picture(text(other.path())).orElseThrow();
    get(another);
    house.sharing.revoke(other.id(), ada);
    assertGone(another);
  }

  @Test
  void whatIsNotForEverybodyHasNone() throws Exception {
    String path = picture(text(live.path())).orElseThrow();
    get(path);
    for (Visibility visibility : new Visibility[] {Visibility.MEMBERS, Visibility.PRIVATE}) {
      house.sharing.own().show(live.id(), ada, visibility);
      assertGone(path);
    }
    house.sharing.own().show(live.id(), ada, Visibility.HISTORY);
    assertThat(get(path).statusCode()).isEqualTo(200);
    house.sharing.own().lock(live.id(), ada, Optional.of("open sesame"));
    assertGone(path);
    assertThat(text(live.path())).contains("type=\"password\"").doesNotContain("og:", "oembed");
    house.sharing.own().lock(live.id(), ada, Optional.empty());
    house.sharing.own().opens(live.id(), ada, 1);
    for (int i = 0; i < 4; i++) {
      assertGone(path);
      assertThat(text(live.path())).contains("only so often").doesNotContain("og:");
      assertThat(get("/oembed?url=http://x" + live.path()).statusCode()).isEqualTo(404);
    }
    assertThat(house.sharing.looking().all(ada).getFirst().readers().opens()).isEqualTo(1);
    String pass = house.sharing.looking().peek(live.id(), ada, false).orElseThrow();
    assertThat(text(pass)).doesNotContain("og:");
    assertGone(pass + "/1.png");
  }

  private void assertGone(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(text("/s/unknown"));
  }

  private static Optional<String> picture(String page) {
    Matcher found = PICTURE.matcher(page);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  /** As people read it. */
  private String read(String path) throws Exception {
    return new String(get(path, "Mozilla/5.0 Firefox/146.0").body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return get(path, DISCORD);
  }

  private HttpResponse<byte[]> get(String path, String agent) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(house.at("") + path)).header("User-Agent", agent).build(),
        BodyHandlers.ofByteArray());
  }
}
