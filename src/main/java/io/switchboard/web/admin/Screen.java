package io.switchboard.web.admin;

import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import java.util.List;
import java.util.Map;

/** What one page of the dashboard shows. */
public interface Screen {
  /** Which it is. */
  Section section();

  /**
   * Its parts, for whoever was let in.
   *
   * @throws Refused with 404 if there is no such thing
   */
  List<Part> parts(Visitor visitor, Request request);

  /** Files for whoever may see the page, by their paths. */
  default Map<String, Download> files() {
    return Map.of();
  }

  /** A file. */
  interface Download {
    /** For whoever was let in. */
    Response file(Visitor visitor, Request request);
  }
}
