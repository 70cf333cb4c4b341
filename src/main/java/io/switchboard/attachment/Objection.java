package io.switchboard.attachment;

/** Why a question's files are not taken. */
public sealed interface Objection {
  /** There are too many of them. */
  record TooMany(int count, int allowed) implements Objection {}

  /** One has too many bytes. */
  record TooLarge(String name, long bytes, long allowed) implements Objection {}

  /** One is text, and too long for any part of it to be a good question. */
  record TooLong(String name, int allowedCharacters) implements Objection {}

  /** One is neither a picture nor text. */
  record WrongKind(String name) implements Objection {}

  /** One is said aloud, and no account can write down what is said. */
  record Unheard() implements Objection {}
}
