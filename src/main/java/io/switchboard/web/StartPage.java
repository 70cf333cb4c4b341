package io.switchboard.web;

import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code /}: what this is. */
public final class StartPage {
  private final Assets assets;
  private final boolean sandbox;
  private final BooleanSupplier gallery;

  /**
   * A start page.
   *
   * @param sandbox whether to lead to the sandbox
   * @param gallery whether there is a gallery to lead to now
   */
  public StartPage(Assets assets, boolean sandbox, BooleanSupplier gallery) {
    this.assets = assets;
    this.sandbox = sandbox;
    this.gallery = gallery;
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    routes.get(
        "/",
        request ->
            Pages.of(
                "start",
                Map.of(
                    "frame",
                    PageFrame.of(request, assets),
                    "sandbox",
                    sandbox,
                    "gallery",
                    gallery.getAsBoolean())));
  }
}
