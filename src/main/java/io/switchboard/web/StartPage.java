package io.switchboard.web;

import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import java.util.Map;

/** {@code /}: what this is. */
public final class StartPage {
  private final Assets assets;
  private final boolean sandbox;

  /**
   * A start page.
   *
   * @param sandbox whether to lead to the sandbox
   */
  public StartPage(Assets assets, boolean sandbox) {
    this.assets = assets;
    this.sandbox = sandbox;
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    routes.get(
        "/",
        request ->
            Pages.of("start", Map.of("frame", PageFrame.of(request, assets), "sandbox", sandbox)));
  }
}
