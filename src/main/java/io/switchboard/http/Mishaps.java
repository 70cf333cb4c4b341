package io.switchboard.http;

/** Makes the page for what went wrong. */
@FunctionalInterface
public interface Mishaps {
  /** Plain and in English, for whatever asks. */
  Mishaps PLAIN = (request, status, why) -> ErrorPage.of(status, why);

  /**
   * The page; may fail, then the plain one is sent.
   *
   * @param request names no part of the path
   * @param status 400 to 599
   * @param why for the reader, in one plain English sentence
   */
  Response page(Request request, int status, String why);
}
