package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.export.ReadJson;
import io.switchboard.conversation.export.Whole;
import io.switchboard.conversation.export.WriteJson;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, retried, edited, gone back to and failed: the context is the way to it. */
class PathsTest {
  private static final MemberId ALICE = new MemberId(1);
  private static final Place ELSEWHERE =
      new Place(new PlaceId("test:elsewhere"), Place.Kind.PRIVATE, "", List.of());

  private static Database database;
  private static Conversations conversations;
  private static long request;

  @BeforeContainer
  static void open() {
    database = TestDatabases.h2();
    conversations = new Conversations(database, () -> Instant.parse("2026-03-01T12:00:00Z"));
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  /** The tree as a person would draw it: who follows whom, and where one is. */
  private static final class Drawing {
    final Map<TurnId, @Nullable TurnId> parents = new HashMap<>();
    final Map<TurnId, String> words = new HashMap<>();
    final List<TurnId> all = new ArrayList<>();
    final List<TurnId> answered = new ArrayList<>();
    @Nullable TurnId here;

    List<String> wayTo(@Nullable TurnId turn) {
      List<String> way = new ArrayList<>();
      for (TurnId at = turn; at != null; at = parents.get(at)) {
        way.addFirst(words.get(at));
      }
      return way;
    }

    boolean leadsTo(TurnId turn, @Nullable TurnId end) {
      for (TurnId at = end; at != null; at = parents.get(at)) {
        if (at.equals(turn)) {
          return true;
        }
      }
      return false;
    }

    TurnId newestAfter(TurnId turn) {
      return answered.stream().filter(t -> leadsTo(turn, t)).reduce((a, b) -> newer(a, b)).get();
    }

    private static TurnId newer(TurnId a, TurnId b) {
      return a.value() > b.value() ? a : b;
    }
  }

  /**
   * @param steps what happens: the kind, and to which turn
   */
  @Property(tries = 60)
  void thePathIsAlwaysTheWayFromTheRoot(
      @ForAll @Size(max = 25) List<@IntRange(max = 999) Integer> steps) throws Exception {
    ConversationId conversation = conversations.startNew(ALICE, new PlaceId("test:here"));
    Drawing drawing = new Drawing();
    for (int step : steps) {
      happens(conversation, drawing, step % 6, step / 6);
      assertThat(conversations.path(conversation, ALICE))
          .extracting(Turn::question)
          .containsExactlyElementsOf(drawing.wayTo(drawing.here));
    }
    goesOutAndComesBack(conversation, drawing);
    for (TurnId turn : drawing.all) {
      List<String> way = drawing.wayTo(turn);
      assertThat(conversations.before(turn))
          .extracting(Turn::question)
          .containsExactlyElementsOf(way.subList(0, way.size() - 1));
    }
  }

  /** Taken away as a file and brought back, it has the same tree and the same way through it. */
  private static void goesOutAndComesBack(ConversationId conversation, Drawing drawing)
      throws ReadJson.NotOurs {
    Whole whole = conversations.whole(conversation, ALICE, id -> "").orElseThrow();
    Whole read = ReadJson.of(WriteJson.of(whole).getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(whole);
    ConversationId back = conversations.take(read, ALICE, ELSEWHERE);
    Whole again = conversations.whole(back, ALICE, id -> "").orElseThrow();
    assertThat(again.turns()).isEqualTo(whole.turns());
    assertThat(again.present()).isEqualTo(whole.present());
    assertThat(conversations.path(back, ALICE))
        .extracting(Turn::question)
        .containsExactlyElementsOf(drawing.wayTo(drawing.here));
  }

  private static void happens(ConversationId conversation, Drawing drawing, int kind, int which) {
    TurnId one = drawing.all.isEmpty() ? null : drawing.all.get(which % drawing.all.size());
    TurnId whole =
        drawing.answered.isEmpty() ? null : drawing.answered.get(which % drawing.answered.size());
    String words = "q" + ++request;
    if (kind == 0 && whole != null) {
      conversations.goOnFrom(whole, ALICE);
      if (!drawing.leadsTo(whole, drawing.here)) {
        drawing.here = drawing.newestAfter(whole);
      }
    } else if (kind == 1 && one != null) {
      Question retry = new Question(conversation, null, one, "", List.of());
      asked(drawing, retry, drawing.parents.get(one), drawing.words.get(one), true);
    } else if (kind == 2 && one != null) {
      Question edited = new Question(conversation, null, null, one, words, List.of(), null);
      asked(drawing, edited, drawing.parents.get(one), words, true);
    } else if (kind == 3 && whole != null) {
      asked(drawing, new Question(conversation, whole, null, words, List.of()), whole, words, true);
    } else {
      Question next = new Question(conversation, null, null, words, List.of());
      asked(drawing, next, drawing.here, words, kind != 4);
    }
  }

  private static void asked(
      Drawing drawing, Question question, @Nullable TurnId parent, String words, boolean answers) {
    TurnId turn = conversations.begin(request, question).id();
    drawing.parents.put(turn, parent);
    drawing.words.put(turn, words);
    drawing.all.add(turn);
    if (answers) {
      conversations.answered(turn, "answer to " + words, true);
      drawing.answered.add(turn);
      drawing.here = turn;
    }
  }
}
