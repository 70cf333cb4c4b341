package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is set for a member or for a place. */
public record SetThing(Consumer<Name> preparing, BiFunction<Handle, Name, String> reading, Put put)
    implements Thing {
  /** Makes it stand so. */
  @FunctionalInterface
  public interface Put {
    void put(Handle h, Name name, String state);
  }

  /**
   * Whose it is, and for one limit its {@link What} and {@link Window}, for boosts their {@link
   * What}; with spaces between them.
   */
  public record Name(String written) {
    private String word(int number) {
      return written.split(" ", 3)[number];
    }

    /** If it is a member's. */
    public MemberId member() {
      return new MemberId(Long.parseLong(word(0)));
    }

    /** If it is a place's. */
    public String scope() {
      return word(0);
    }

    public What what() {
      return What.valueOf(word(1));
    }

    public Window window() {
      return Window.valueOf(word(2));
    }
  }

  @Override
  public void prepare(String name) {
    preparing.accept(new Name(name));
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(reading.apply(h, new Name(name)));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    put.put(h, new Name(name), state);
    return true;
  }
}
