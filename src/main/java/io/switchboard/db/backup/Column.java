package io.switchboard.db.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A column, and what it takes.
 *
 * @param type as {@link Types} counts them
 * @param size of a text in characters
 * @param optional whether it may hold nothing
 * @param numbersItself whether the database gives numbers there
 */
record Column(String name, int type, int size, boolean optional, boolean numbersItself) {
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  /** Digits beside the point that no number of ours has. */
  private static final int FAR = 100;

  /** A value does not belong there; the message says what does. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }

  /**
   * Says it to the statement.
   *
   * @throws Unfit if it is nothing for this column
   */
  void set(PreparedStatement into, int place, JsonNode value) throws SQLException, Unfit {
    if (value.isNull()) {
      if (!optional) {
        throw new Unfit("expected a value");
      }
      into.setNull(place, type == Types.TIMESTAMP_WITH_TIMEZONE ? Types.TIMESTAMP : type);
      return;
    }
    switch (type) {
      case Types.BIGINT -> into.setLong(place, whole(value, Long.MIN_VALUE, Long.MAX_VALUE));
      case Types.INTEGER -> into.setLong(place, whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case Types.SMALLINT -> into.setLong(place, whole(value, Short.MIN_VALUE, Short.MAX_VALUE));
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> into.setDouble(place, number(value));
      case Types.NUMERIC, Types.DECIMAL -> into.setBigDecimal(place, decimal(value));
      case Types.BOOLEAN, Types.BIT -> into.setBoolean(place, truth(value));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          into.setBytes(place, bytes(value));
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          into.setObject(place, moment(value).atOffset(ZoneOffset.UTC));
      case Types.DATE -> into.setObject(place, day(value));
      // PostgreSQL has no place for this letter, H2 has.
      default -> into.setString(place, text(value).replace('\0', '\uFFFD'));
    }
  }

  private static long whole(JsonNode value, long least, long most) throws Unfit {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw new Unfit("expected a whole number from %d to %d".formatted(least, most));
    }
    return value.longValue();
  }

  private static double number(JsonNode value) throws Unfit {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (NO_NUMBERS.contains(value.asText())) {
      return Double.parseDouble(value.asText());
    }
    throw new Unfit("expected a number");
  }

  private static BigDecimal decimal(JsonNode value) throws Unfit {
    try {
      BigDecimal decimal = new BigDecimal(value.asText());
      if (Math.abs((long) decimal.scale()) < FAR && decimal.precision() < FAR) {
        return decimal;
      }
    } catch (NumberFormatException e) {
      // As with those that are too long.
    }
    throw new Unfit("expected a number");
  }

  private static boolean truth(JsonNode value) throws Unfit {
    if (!value.isBoolean()) {
      throw new Unfit("expected true or false");
    }
    return value.booleanValue();
  }

  private static byte[] bytes(JsonNode value) throws Unfit {
    try {
      if (value.isTextual()) {
        return value.binaryValue();
      }
    } catch (IOException e) {
      // As with what is no text.
    }
    throw new Unfit("expected bytes in Base64");
  }

  private static Instant moment(JsonNode value) throws Unfit {
    try {
      return Instant.parse(value.asText());
    } catch (DateTimeException e) {
      throw new Unfit("expected a time such as 2026-05-01T12:00:00Z");
    }
  }

  private static LocalDate day(JsonNode value) throws Unfit {
    try {
      return LocalDate.parse(value.asText());
    } catch (DateTimeException e) {
      throw new Unfit("expected a day such as 2026-05-01");
    }
  }

  private String text(JsonNode value) throws Unfit {
    if (!value.isTextual()) {
      throw new Unfit("expected a text");
    }
    String text = value.textValue();
    if (text.codePointCount(0, text.length()) > size) {
      throw new Unfit("expected at most %d characters".formatted(size));
    }
    return text;
  }
}
