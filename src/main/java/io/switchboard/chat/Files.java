package io.switchboard.chat;

/** A platform that gives out the files of people's messages again. */
public interface Files {
  /**
   * Fetches a file. Blocks, half a minute at most a call to the platform; does not try again.
   *
   * @param attachment one of this platform's
   * @param mostBytes more than so many are not read; at least 1
   */
  Fetched fetch(Attachment attachment, long mostBytes);
}
