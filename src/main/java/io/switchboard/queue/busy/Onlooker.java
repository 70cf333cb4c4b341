package io.switchboard.queue.busy;

import io.switchboard.queue.daily.Sums;

/** Is told what becomes of questions in this process, once it is in the database. For figures. */
public interface Onlooker {
  /** Nobody. */
  Onlooker NOBODY =
      new Onlooker() {
        @Override
        public void came(String outcome) {}

        @Override
        public void answered(String account, Sums sums) {}

        @Override
        public void failed(String account) {}

        @Override
        public void cancelled() {}
      };

  /**
   * A question came.
   *
   * @param outcome of the admission: {@code queued}, or why not, such as {@code over_limit}
   */
  void came(String outcome);

  /** It was answered, and used so much. */
  void answered(String account, Sums sums);

  /** It could not be answered. */
  void failed(String account);

  /** Its member stopped it before it began. */
  void cancelled();
}
