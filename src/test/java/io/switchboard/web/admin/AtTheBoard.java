package io.switchboard.web.admin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.switchboard.web.TestBrowser;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One browser and one program for all cases of a class, each of which minds its own member. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheBoard {
  TestBrowser browser;
  Board board;
  private String session = "";
  private @Nullable Page opened;

  /** What the program is told beside where it runs. */
  abstract String settings();

  /** What there is before it starts. */
  void prepare(Path folder) {}

  /** What happens before the first case. */
  void begin() {}

  @BeforeAll
  final void open(@TempDir Path folder) {
    browser = TestBrowser.start();
    prepare(folder);
    board = new Board(folder, settings());
    session = board.signIn("ada");
    begin();
  }

  @AfterAll
  final void close() {
    if (board != null) {
      board.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  final void forget() {
    browser.wrong().clear();
  }

  @AfterEach
  final void leave() {
    if (opened != null) {
      opened.context().close();
    }
  }

  /** A page of a browser in which Ada is signed in. */
  final Page signedIn(Browser.NewContextOptions options) {
    Page page = board.signedIn(browser, session, options);
    opened = page;
    return page;
  }
}
