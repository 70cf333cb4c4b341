package io.switchboard.db.advice;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Why a database cannot be used, and what to do about it, in words for whoever runs the program.
 */
public final class WhyNot {
  /** Another process has the file open. */
  public static final int H2_IN_USE = 90020;

  private static final int H2_MISSING = 90146;
  private static final int H2_READ_ONLY = 90097;

  /** By PostgreSQL, for want of a password or of encryption. */
  private static final String REFUSED = "08004";

  static final String READ_ONLY =
      "PostgreSQL can only be read: name the primary server, not a replica";

  static final String NO_TABLES =
      "the user may not make tables: as the owner, grant create on schema %s to it";

  static final String NO_SCHEMA =
      "there is no schema that the user may use: as the owner, create the one that database.url"
          + " names (currentSchema), or grant usage and create on schema public to the user";

  static final String OTHERS =
      "the database holds tables that are not Switchboard's: name an empty one";

  private static final String USER = "set database.user and database.password";

  private static final String HOME = Matcher.quoteReplacement(System.getProperty("user.home", "~"));

  private WhyNot() {}

  /**
   * Whether it may be over in a moment: a server that starts or is out of connections, a name that
   * is not known yet, a process that is about to let the file go.
   */
  public static boolean mayPass(Throwable failure) {
    return chain(failure)
        .anyMatch(
            t ->
                t instanceof ConnectException
                    || (t instanceof SQLException sql
                        && (sql.getErrorCode() == H2_IN_USE || passes(sql))));
  }

  private static boolean passes(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return (state.startsWith("08") && !state.equals(REFUSED) && !isOfEncryption(failure))
        || state.equals("57P03")
        || state.equals("53300");
  }

  private static boolean isOfEncryption(Throwable failure) {
    return chain(failure).anyMatch(SSLException.class::isInstance)
        || says(failure, "server does not support SSL");
  }

  /** In one line; without the address, which may hold a password. */
  public static String of(Throwable failure, String url) {
    Optional<SQLException> sql =
        chain(failure)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .findFirst();
    if (url.startsWith("jdbc:h2:")) {
      return h2(failure, sql.map(SQLException::getErrorCode).orElse(0), url);
    }
    String known = postgres(failure, sql.map(SQLException::getSQLState).orElse(null));
    return known.isEmpty() ? otherwise(failure) : known;
  }

  private static String h2(Throwable failure, int code, String url) {
    String file = file(url).map(Path::toString).orElse("its file");
    if (code == H2_IN_USE) {
      return "the database file is in use by another process: stop that one, or use PostgreSQL to"
          + " run several";
    }
    if (code == H2_MISSING) {
      return "there is no database at %s: say this where Switchboard runs, as its user, with its --config and its environment"
          .formatted(file);
    }
    if (code == 90030 || code == 90048 || chain(failure).anyMatch(WhyNot::damage)) {
      return "%s is damaged, or no file of H2's: move it away, and restore a backup (switchboard restore FILE)"
          .formatted(file);
    }
    if (code == H2_READ_ONLY) {
      return file + " can only be read: give it to the user that runs this, " + OwnFile.user();
    }
    if (code == 28000) {
      return "H2 refuses the user or the password with which "
          + file
          + " was made: "
          + USER
          + " as they were";
    }
    if (says(failure, "No space left on device")) {
      return "the disk with %s is full: make room there".formatted(file);
    }
    return switch (code) {
      case 90049, 90050 ->
          file
              + " is encrypted (CIPHER), and not with this password: write both, with a blank"
              + " between, into database.password: that of the file and that of the user";
      case 50100, 90046, 90113 ->
          "H2 does not take what is said behind the file in database.url: "
              + root(failure)
              + ": correct that, or take it out";
      default -> otherwise(failure);
    };
  }

  private static boolean damage(Throwable failure) {
    return failure instanceof MVStoreException store
        && store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT;
  }

  private static String postgres(Throwable failure, @Nullable String code) {
    String state = code == null ? "" : code;
    if (chain(failure).anyMatch(FlywayException.class::isInstance)
        && says(failure, "non-empty schema")) {
      return OTHERS;
    }
    if (chain(failure).anyMatch(UnknownHostException.class::isInstance)) {
      return "the name of the database's host cannot be looked up: correct it in database.url";
    }
    if (says(failure, "no password was provided")) {
      return "PostgreSQL wants a password: " + USER;
    }
    if (isOfEncryption(failure)) {
      return "PostgreSQL and this machine do not agree on encryption (%s): see to sslmode in database.url, and to the server's certificate"
          .formatted(root(failure));
    }
    return switch (state) {
      case "28P01" -> "PostgreSQL refuses the user or the password: " + USER;
      case "28000" ->
          "PostgreSQL refuses the user or the password, or lets it not in from this machine: "
              + USER
              + ", or allow it in its pg_hba.conf";
      case "3D000" -> "PostgreSQL has no such database: make it with createdb";
      case "25006" -> READ_ONLY;
      case "53100" -> "the disk of PostgreSQL is full: make room there";
      case "42501" ->
          fatal(failure)
              ? "the user may not connect to the database: as the owner, grant connect on it to it"
              : NO_TABLES.formatted("public");
      case "53300" ->
          "PostgreSQL has no connection left: raise its max_connections or lower"
              + " database.connections";
      case "57P03" -> "PostgreSQL is starting or stopping: try again in a moment";
      default ->
          state.startsWith("08") || chain(failure).anyMatch(ConnectException.class::isInstance)
              ? "the database does not answer: start it, and see that database.url names its host"
                  + " and port"
              : "";
    };
  }

  /** Whether the session itself was refused, and not what was said in it. */
  private static boolean fatal(Throwable failure) {
    return chain(failure)
        .anyMatch(
            t ->
                t instanceof PSQLException said
                    && said.getServerErrorMessage() != null
                    && "FATAL".equals(said.getServerErrorMessage().getSeverity()));
  }

  private static String otherwise(Throwable failure) {
    return "the database cannot be opened: " + root(failure);
  }

  private static String root(Throwable failure) {
    Throwable root = chain(failure).reduce((first, second) -> second).orElse(failure);
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  /** The file behind an address of H2's; empty for one in memory, or on another server. */
  public static Optional<Path> file(String url) {
    String path = url.replaceFirst("^jdbc:h2:(file:|nio:|async:)?", "").replaceFirst(";.*", "");
    // Whatever else H2 knows stands behind a word: mem:, zip:, tcp: …
    return url.startsWith("jdbc:h2:") && !path.matches("[a-z]{2,}:.*")
        ? Optional.of(
            Path.of(path.replaceFirst("^~", HOME) + ".mv.db").toAbsolutePath().normalize())
        : Optional.empty();
  }

  private static boolean says(Throwable failure, String words) {
    Predicate<@Nullable String> has = said -> said != null && said.contains(words);
    return chain(failure).map(Throwable::getMessage).anyMatch(has);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause);
  }
}
