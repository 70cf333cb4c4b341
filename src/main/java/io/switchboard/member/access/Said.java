package io.switchboard.member.access;

import io.switchboard.chat.PersonId;
import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What admins can say of somebody, as text that people can read and that can be put back. Said of
 * several accounts at once it stands in their order, or once if it is the same of all.
 */
public enum Said {
  /** {@code banned} or {@code not banned}. */
  BAN("banned") {
    @Override
    String text(ResultSet row) throws SQLException {
      return row.getBoolean("banned") ? "banned" : "not banned";
    }

    @Override
    List<@Nullable Object> values(String text) {
      return List.of(text.equals("banned"));
    }
  },
  /** {@code paused}, {@code paused until …} or {@code not paused}. */
  PAUSE("paused paused_until") {
    @Override
    String text(ResultSet row) throws SQLException {
      Instant until = Times.atOrNull(row, "paused_until");
      return !row.getBoolean("paused")
          ? "not paused"
          : until == null ? "paused" : "paused until " + until;
    }

    @Override
    List<@Nullable Object> values(String text) {
      boolean timed = text.startsWith("paused until ");
      return Arrays.asList(
          !text.equals("not paused"),
          timed ? Instant.parse(text.substring("paused until ".length())) : null);
    }
  },
  /** {@code until …} or {@code no end}. */
  END("ends_at") {
    @Override
    String text(ResultSet row) throws SQLException {
      Instant ends = Times.atOrNull(row, "ends_at");
      return ends == null ? "no end" : "until " + ends;
    }

    @Override
    List<@Nullable Object> values(String text) {
      return Arrays.asList(
          (Object)
              (text.equals("no end") ? null : Instant.parse(text.substring("until ".length()))));
    }
  },
  /** {@code mon-fri 09:00-17:00} or {@code always}. */
  HOURS("hours") {
    @Override
    String text(ResultSet row) throws SQLException {
      return Objects.requireNonNullElse(row.getString("hours"), "always");
    }

    @Override
    List<@Nullable Object> values(String text) {
      return Arrays.asList((Object) (text.equals("always") ? null : Hours.parse(text).written()));
    }
  },
  /** {@code member}, {@code moderator} or {@code admin}. */
  ROLE("role") {
    @Override
    String text(ResultSet row) throws SQLException {
      String role = Objects.requireNonNullElse(row.getString("role"), Role.MEMBER.name());
      return role.toLowerCase(Locale.ROOT);
    }

    @Override
    List<@Nullable Object> values(String text) {
      Role role = Role.valueOf(text.toUpperCase(Locale.ROOT));
      if (role == Role.OWNER) {
        throw new IllegalArgumentException("owners are named in the configuration");
      }
      return Arrays.asList((Object) (role == Role.MEMBER ? null : role.name()));
    }
  },
  /** Whether they are let in, and all of the above but the role. */
  STANDING("allowed") {
    @Override
    String text(ResultSet row) throws SQLException {
      List<String> parts = new ArrayList<>();
      parts.add(row.getBoolean("allowed") ? "let in" : "by the rules");
      for (Said part : PARTS) {
        parts.add(part.text(row));
      }
      return String.join("; ", parts);
    }

    @Override
    List<@Nullable Object> values(String text) {
      return List.of(text.startsWith("let in;"));
    }

    @Override
    void write(Handle h, PersonId account, String text) {
      super.write(h, account, text);
      String[] parts = text.split("; ", -1);
      for (int i = 0; i < PARTS.size(); i++) {
        PARTS.get(i).write(h, account, parts[i + 1]);
      }
    }
  };

  /** What {@link #STANDING} is of somebody who is let in, whatever was said before. */
  public static final String LET_IN = "let in; not banned; not paused; no end; always";

  private static final List<Said> PARTS = List.of(BAN, PAUSE, END, HOURS);
  private static final String APART = " | ";

  private final String columns;

  Said(String columns) {
    this.columns = columns;
  }

  abstract String text(ResultSet row) throws SQLException;

  abstract List<@Nullable Object> values(String text);

  /**
   * What is said; nobody else changes it until the transaction ends. {@link Standings#know} comes
   * before.
   */
  public String read(Handle h, List<PersonId> accounts) {
    new TreeSet<>(accounts.stream().map(PersonId::value).toList())
        .forEach(account -> row(h, account));
    List<String> all = accounts.stream().map(account -> row(h, account.value())).toList();
    return all.stream().distinct().count() == 1 ? all.getFirst() : String.join(APART, all);
  }

  private String row(Handle h, String account) {
    return h.createQuery("select * from person_access where person = :person for update")
        .bind("person", account)
        .map((row, context) -> text(row))
        .one();
  }

  /** Says it. */
  public void write(Handle h, List<PersonId> accounts, String state) {
    String[] parts = state.split(" \\| ", -1);
    for (int i = 0; i < accounts.size(); i++) {
      write(h, accounts.get(i), parts[parts.length == 1 ? 0 : i]);
    }
  }

  void write(Handle h, PersonId account, String text) {
    String[] names = columns.split(" ", -1);
    String set =
        Arrays.stream(names).map(name -> name + " = :" + name).collect(Collectors.joining(", "));
    var update =
        h.createUpdate("update person_access set " + set + " where person = :person")
            .bind("person", account.value());
    List<@Nullable Object> values = values(text);
    for (int i = 0; i < names.length; i++) {
      update.bind(names[i], values.get(i));
    }
    update.execute();
  }
}
