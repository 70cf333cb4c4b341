package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Cases on limits for everybody, for two roles and for a server. */
abstract class OnRules extends OnLimits {
  static final MemberId BOB = new MemberId(2);

  @BeforeEach
  final void start() {
    Map<String, LimitRules> roles = new LinkedHashMap<>();
    roles.put("role:free", rules(List.of(), null, 3));
    roles.put("role:more", rules(List.of("5/hour"), List.of("1000/day"), 2));
    use(
        new LimitSettings(
            new LimitRules(limits("2/hour", "3/day"), List.of(), List.of(), 1, 2, 50, 100),
            roles,
            Map.of("x-server:1", rules(List.of("3/hour"), null, null))));
  }

  static List<Limit> limits(String... written) {
    return List.of(written).stream().map(Limit::parse).toList();
  }

  static LimitRules rules(
      @Nullable List<String> requests, @Nullable List<String> tokens, @Nullable Integer running) {
    return new LimitRules(
        requests == null ? null : requests.stream().map(Limit::parse).toList(),
        tokens == null ? null : tokens.stream().map(Limit::parse).toList(),
        null,
        running,
        null,
        null,
        null);
  }

  static Asker asker(MemberId member, Place place, String... roles) {
    return new Asker(member, Set.of(roles), place);
  }

  final Admission ask(Asker asker, long tokens) {
    return ask(asker, 10, tokens);
  }

  final Admission ask(Asker asker, int characters, long tokens) {
    return ask(asker, new Submission.Size(characters, tokens));
  }

  /** Asks and has it answered at once. */
  final RequestId answered(Asker asker, long tokens) {
    RequestId id = ((Admission.Queued) ask(asker, tokens)).id();
    assertThat(queue.claim("main", 9)).isPresent();
    queue.finish(id, new Ending.Answered(tokens, 0));
    return id;
  }
}
