package io.switchboard.db;

/** When a commit can be relied upon. */
interface Durability {
  /** PostgreSQL's commits are on disk when they return. */
  Durability OF_ITSELF =
      new Durability() {
        @Override
        public void await() {}

        @Override
        public void close() {}
      };

  /** Returns when everything that this thread has committed survives a kill. */
  void await();

  /** No more commits will come. */
  void close();
}
