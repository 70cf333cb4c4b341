package io.switchboard.web.admin;

import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import java.util.List;

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
}
