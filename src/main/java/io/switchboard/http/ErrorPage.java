package io.switchboard.http;

import java.util.Map;

/** The plain page for what went wrong. Says nothing of the request or of the inside. */
final class ErrorPage {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad request",
          403, "Not allowed",
          404, "Not found",
          405, "Method not allowed",
          408, "Too slow",
          413, "Too large",
          415, "Wrong media type",
          429, "Too many requests",
          500, "Something went wrong",
          503, "Not ready");

  private ErrorPage() {}

  static Response of(int status, String why) {
    String title = TITLES.getOrDefault(status, "Not possible");
    return Response.html(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            </main>
            </body>
            </html>
            """
                .formatted(title, title, escaped(why)))
        .status(status);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
