package io.switchboard.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Chromium, and what goes wrong in its pages. One that is closed is kept for whoever
 * needs one next; nobody sees what another did with it.
 */
public final class TestBrowser implements AutoCloseable {
  /**
   * What Playwright turns off itself, since the last of these lists counts; and what stands around
   * pages: for each window the list below the address, a page that costs more than most of ours,
   * and a process in store.
   */
  private static final String WITHOUT =
      "AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,"
          + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,"
          + "HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
          + "BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,OptimizationHints,"
          + "WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess";

  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          // One process less, which would draw for a screen that is not there.
          "--disable-gpu",
          "--in-process-gpu",
          "--disable-features=" + WITHOUT);

  private static final Queue<Engine> IDLE = new ConcurrentLinkedQueue<>();

  private final Engine engine;
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  /** Belongs to one thread at a time. */
  private record Engine(Playwright playwright, Browser browser) {
    void end() {
      browser.close();
      playwright.close();
    }
  }

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(Engine::end)));
  }

  private TestBrowser(Engine engine) {
    this.engine = engine;
  }

  /** Starts it; a machine without Chromium leaves the test out. */
  public static TestBrowser start() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(chromium != null, "page tests need Chromium (apt install chromium)");
    Engine idle = IDLE.poll();
    return new TestBrowser(idle != null ? idle : launch(chromium));
  }

  private static Engine launch(Path chromium) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(OPTIONS));
    return new Engine(playwright, browser);
  }

  /**
   * Opens a page, and notes what it should not do: requests to elsewhere, dialogs, errors, and what
   * its policy had to forbid.
   *
   * @param home what addresses begin with that may be asked for
   */
  public Page open(String home, String path, Browser.NewContextOptions options) {
    BrowserContext context = engine.browser.newContext(options);
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Page page = context.newPage();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(home)) {
            wrong.add("asked for " + request.url());
          }
        });
    page.onDialog(
        dialog -> {
          wrong.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onPageError(error -> wrong.add("error " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            wrong.add("console " + message.text());
          }
        });
    page.onPopup(popup -> wrong.add("window " + popup.url()));
    page.navigate(home + path);
    return page;
  }

  /** Opens on a desktop screen. */
  public Page open(String home, String path) {
    return open(home, path, new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  /** What pages did that they should not have. */
  public List<String> wrong() {
    return wrong;
  }

  @Override
  public void close() {
    if (engine.browser.isConnected()) {
      List.copyOf(engine.browser.contexts()).forEach(BrowserContext::close);
      IDLE.add(engine);
    } else {
      engine.end();
    }
  }
}
