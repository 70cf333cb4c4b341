package io.switchboard.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is answered at which path. A pattern is a path in which {@code {name}} stands for one
 * segment or a piece of one; the first pattern added that fits wins. HEAD is answered as GET.
 */
public final class Routes {
  private static final Pattern PARAM = Pattern.compile("\\{([a-z]+)}");

  private final List<Route> routes = new ArrayList<>();
  private Mishaps mishaps = Mishaps.PLAIN;
  private Predicate<Throwable> passing = failure -> false;

  /** Answers a request; blocks as it likes, on a thread of its own. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers.
     *
     * @throws Refused to have it said in a page of that status
     */
    Response handle(Request request) throws Exception;
  }

  private record Route(
      String method, String pattern, Pattern path, List<String> names, Handler handler) {}

  /** A route that fits a request. */
  record Match(String pattern, Map<String, String> params, Handler handler) {}

  /** Answers GET and HEAD. */
  public Routes get(String pattern, Handler handler) {
    return add("GET", pattern, handler);
  }

  /** Answers POST. */
  public Routes post(String pattern, Handler handler) {
    return add("POST", pattern, handler);
  }

  /** Says who makes the pages for what went wrong. */
  public Routes otherwise(Mishaps pages) {
    mishaps = pages;
    return this;
  }

  /** Says which failures go by and are no fault of the page's: 503, and to be tried again. */
  public Routes passing(Predicate<Throwable> those) {
    passing = those;
    return this;
  }

  boolean passes(Throwable failure) {
    return passing.test(failure);
  }

  Mishaps mishaps() {
    return mishaps;
  }

  private Routes add(String method, String pattern, Handler handler) {
    StringBuilder regex = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher params = PARAM.matcher(pattern);
    int from = 0;
    while (params.find()) {
      regex.append(Pattern.quote(pattern.substring(from, params.start()))).append("([^/]+)");
      names.add(params.group(1));
      from = params.end();
    }
    regex.append(Pattern.quote(pattern.substring(from)));
    routes.add(
        new Route(method, pattern, Pattern.compile(regex.toString()), List.copyOf(names), handler));
    return this;
  }

  /** All of them in their order, each as in {@code GET /s/{token}}. */
  public List<String> all() {
    return routes.stream().map(route -> route.method + " " + route.pattern).toList();
  }

  /**
   * The route for a request.
   *
   * @param path as sent, still encoded
   * @throws Refused with 404 or 405
   */
  Match find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    boolean known = false;
    for (Route route : routes) {
      Matcher fits = route.path.matcher(path);
      if (fits.matches()) {
        if (route.method.equals(asked)) {
          return new Match(route.pattern, params(route, fits), route.handler);
        }
        known = true;
      }
    }
    throw known ? new Refused(405, "This page cannot be used that way.") : Refused.notFound();
  }

  /** What may be done at this path, for the Allow header. */
  String allowed(String path) {
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (route.path.matcher(path).matches()) {
        methods.add(route.method);
        if (route.method.equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return String.join(", ", methods);
  }

  private static Map<String, String> params(Route route, Matcher fits) {
    Map<String, String> params = new HashMap<>();
    for (int i = 0; i < route.names.size(); i++) {
      try {
        // A plus in a path is a plus.
        String raw = fits.group(i + 1).replace("+", "%2B");
        params.put(route.names.get(i), URLDecoder.decode(raw, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new Refused(400, "This address is not written as addresses are.");
      }
    }
    return params;
  }
}
