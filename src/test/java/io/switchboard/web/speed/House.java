package io.switchboard.web.speed;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.db.Database;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.http.watch.Metrics;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.web.share.Around;
import io.switchboard.web.share.Reading;
import io.switchboard.web.share.Rich;
import io.switchboard.web.share.SharePages;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One process that serves shares from a database; several may have the same one. */
public final class House implements AutoCloseable {
  private static final LinkKey KEY = LinkKey.random();
  private static long number;

  public final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  public final Sharing sharing;
  final Assets assets = new Assets();
  private final Conversations conversations;
  private final Metrics metrics = new Metrics();
  private final WebServer server;
  private final Database database;

  public House(Database database) {
    this.database = database;
    conversations = new Conversations(database, time);
    sharing = new Sharing(database, time, ShareSettings.DEFAULTS, KEY, time, conversations);
    Routes routes = new Routes();
    new SharePages(Reading.of(sharing.opening()), time, assets, Around.nothing(() -> "http://x"))
        .on(routes);
    assets.on(routes);
    server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes, metrics);
  }

  public MemberId member() {
    PersonId id = new PersonId("sandbox:ada");
    return new Members(database, time)
        .recognize(new Person(id, "Ada", "ada", Locale.ENGLISH, Set.of()))
        .id();
  }

  /** A public share of a rich answer. */
  public Published.Live publish(MemberId owner) {
    ConversationId conversation = conversations.startNew(owner, new PlaceId("sandbox:here"));
    var turn =
        conversations.begin(
            ++number, new Question(conversation, null, null, "What is a switchboard?", List.of()));
    conversations.answered(turn.id(), Rich.TEXT, true);
    Prepared.Ready ready =
        (Prepared.Ready) sharing.making().prepare(owner, new Selection.Whole(conversation));
    return (Published.Live) sharing.publish(ready.id(), owner);
  }

  public URI at(String path) {
    return URI.create(server.address() + path);
  }

  @Override
  public void close() {
    server.close();
    sharing.close();
    metrics.close();
  }
}
