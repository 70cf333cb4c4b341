package io.switchboard.share.kept;

import io.switchboard.share.Visibility;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What owners change of a draft or a live share. Every change of what a page shows is counted. */
public final class ChangeTable {
  private ChangeTable() {}

  /** Gives it another end. */
  public static void endAt(Handle h, long share, @Nullable Instant endsAt) {
    h.createUpdate("update share set ends_at = :ends, version = version + 1 where id = :id")
        .bind("ends", endsAt)
        .bind("id", share)
        .execute();
  }

  /** Says when its owner is reminded of the end; null for never. */
  public static void remindAt(Handle h, long share, @Nullable Instant at) {
    h.createUpdate("update share set remind_at = :at where id = :id")
        .bind("at", at)
        .bind("id", share)
        .execute();
  }

  /** Its owner was reminded, which was put off to that moment before; if nothing else is said. */
  public static void reminded(Handle h, long share, Instant putOff) {
    h.createUpdate("update share set remind_at = null where id = :id and remind_at = :at")
        .bind("id", share)
        .bind("at", putOff)
        .execute();
  }

  /** Gives it another title. */
  public static void rename(Handle h, long share, String title) {
    h.createUpdate("update share set title = :title, version = version + 1 where id = :id")
        .bind("title", title)
        .bind("id", share)
        .execute();
  }

  /** Names its owner, or with null does not. */
  public static void sign(Handle h, long share, @Nullable String name) {
    h.createUpdate("update share set shown_name = :name, version = version + 1 where id = :id")
        .bind("name", name)
        .bind("id", share)
        .execute();
  }

  /** Says who reads it. */
  public static void show(Handle h, long share, Visibility visibility) {
    h.createUpdate(
            "update share set visibility = :visibility, version = version + 1 where id = :id")
        .bind("visibility", visibility.name())
        .bind("id", share)
        .execute();
  }

  /** Says how often it can be opened; null for any number of times. */
  public static void opens(Handle h, long share, @Nullable Integer left) {
    h.createUpdate("update share set opens_left = :left, version = version + 1 where id = :id")
        .bind("left", left)
        .bind("id", share)
        .execute();
  }

  /** Counts one opening; false if there is none left, or no number of them. */
  public static boolean useOpening(Handle h, long share) {
    return h.createUpdate(
                "update share set opens_left = opens_left - 1 where id = :id and opens_left > 0")
            .bind("id", share)
            .execute()
        == 1;
  }

  /** Keeps a password, as it may be kept; null for none. */
  public static void lockWith(Handle h, long share, @Nullable String password) {
    h.createUpdate(
            "update share set password_hash = :password, version = version + 1 where id = :id")
        .bind("password", password)
        .bind("id", share)
        .execute();
  }
}
