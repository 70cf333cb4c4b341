package io.switchboard.web.live;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the answers are that are being written, for those who have the address of one. */
public interface GrowingAnswers {
  /**
   * An answer as far as it is written.
   *
   * @param question in Markdown
   * @param answer in Markdown; empty while it waits
   * @param share the path of the share that it became, beginning with {@code /s/}; null while it is
   *     written
   */
  record State(String title, String question, String answer, @Nullable String share) {}

  /** The answer at this address now; empty if it is unknown or has ended. */
  Optional<State> now(String token);

  /**
   * Tells of each change from now on, quickly and from any thread.
   *
   * @return ends that
   */
  AutoCloseable watch(String token, Consumer<State> told);
}
