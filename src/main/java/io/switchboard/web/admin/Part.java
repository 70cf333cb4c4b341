package io.switchboard.web.admin;

import io.switchboard.web.Pages;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A part of a page.
 *
 * @param name one word
 * @param live whether it is sent again when it changed
 * @param template that shows it
 * @param params for the template; asked each time it is shown
 */
public record Part(
    String name, boolean live, String template, Supplier<Map<String, Object>> params) {
  /** As HTML. */
  public String html() {
    return Pages.part(template, params.get());
  }
}
