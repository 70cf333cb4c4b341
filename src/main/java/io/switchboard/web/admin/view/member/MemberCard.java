package io.switchboard.web.admin.view.member;

import java.util.List;

/**
 * A member, with what can be done about them.
 *
 * @param account by which a command means them
 * @param accounts as people read them
 */
public record MemberCard(
    long id, String name, String account, List<String> accounts, Stand stand, List<Use> uses) {
  /**
   * How they stand.
   *
   * @param role the end of a message's key
   * @param look a word for the colour
   * @param words whether they are let in
   * @param beneath whether who looks may do something against them
   */
  public record Stand(String role, String look, String words, String since, boolean beneath) {
    /** Whether they are more than a member. */
    public boolean special() {
      return !role.equals("member");
    }

    /** Whether they are kept out for good. */
    public boolean banned() {
      return look.equals("banned");
    }

    /** Whether they are kept out for a time. */
    public boolean paused() {
      return look.equals("paused");
    }
  }

  /**
   * A limit that binds them.
   *
   * @param share how far it is used, 0 to 100
   */
  public record Use(String words, int share) {
    /** Whether there is little left. */
    public boolean nearly() {
      return share >= 75;
    }
  }
}
