package io.switchboard.fake.discord;

import java.util.Set;

/**
 * Somebody with a Discord account.
 *
 * @param locale as Discord writes it: {@code en-US}, {@code zh-CN}, {@code ko}
 * @param roles ids of roles on the server
 */
public record Person(long id, String name, String locale, Set<Long> roles, boolean bot) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** As written in a message. */
  public String mention() {
    return "<@" + id + ">";
  }
}
