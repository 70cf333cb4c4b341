package io.switchboard.chat;

/** What came of fetching a file. */
public sealed interface Fetched {
  /** The whole file. What it is, only its content tells: names and media types are claims. */
  @SuppressWarnings(
      "ArrayRecordComponent") // carried once from one hand to the next, never compared
  record Whole(byte[] content) implements Fetched {}

  /** It has more bytes than were allowed, or than the platform gives out. */
  record TooLarge() implements Fetched {}

  /** It can never be fetched: it is deleted, its address has ended, or may not be opened. */
  record Gone(String why) implements Fetched {}

  /** The platform could not be asked, or failed; another try may do. */
  record Failed(String why) implements Fetched {}
}
