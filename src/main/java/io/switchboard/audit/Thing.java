package io.switchboard.audit;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A kind of thing that admins change. How one stands is a line of text that people can read, and
 * from which it can be put back; equal texts mean that nothing was changed.
 */
public interface Thing {
  /** Makes sure that there is a row that can be locked. Before the transaction. */
  default void prepare(String name) {}

  /**
   * How it stands; nobody else changes it until the transaction ends.
   *
   * @param name which of its kind
   * @return empty if there is none of that name
   */
  Optional<String> read(Handle h, String name);

  /**
   * Makes it stand so, after {@link #read} in the same transaction.
   *
   * @return false if it cannot be made to, so that nothing was changed
   */
  boolean write(Handle h, String name, String state);
}
