package io.switchboard.web.admin;

import io.switchboard.http.Request;

/** Where a form comes from, as far as its browser tells. */
final class Origins {
  private Origins() {}

  /**
   * Whether no other site sent it. Pages that tell no referrer have {@code null} for an origin, so
   * that says nothing; then only what the browser says of the site counts.
   *
   * @param address where the world reaches the pages, for a proxy that hides the name
   */
  static boolean here(Request request, String address) {
    String site = request.header("Sec-Fetch-Site").orElse("same-origin");
    String origin = request.header("Origin").orElse("null");
    return site.equals("same-origin")
        && (origin.equals("null") || request.sameOrigin() || address.equalsIgnoreCase(origin));
  }
}
