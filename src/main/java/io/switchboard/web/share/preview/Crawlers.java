package io.switchboard.web.share.preview;

import io.switchboard.http.Request;
import java.util.regex.Pattern;

/**
 * Programs that fetch a page to show a preview of it, by what they call themselves; and browsers
 * that fetch one before anybody wants to see it, which they say, or only ask whether it is there.
 */
public final class Crawlers {
  private static final int LONGEST = 500;
  private static final Pattern KNOWN =
      Pattern.compile(
          "TelegramBot|Discordbot|Twitterbot|Slackbot|Slack-ImgProxy|facebookexternalhit|WhatsApp"
              + "|SkypeUriPreview|Mastodon|Iframely|Matrix|Signal|kakaotalk-scrap|Cardyb"
              + "|(?:(?<!cu)bot|crawler|spider|preview)\\b",
          Pattern.CASE_INSENSITIVE);

  private Crawlers() {}

  /** Whether nobody reads what is answered to this, so that it is no view. */
  public static boolean sent(Request request) {
    String purpose = request.header("Sec-Purpose").or(() -> request.header("Purpose")).orElse("");
    if (request.method().equals("HEAD")
        || purpose.startsWith("prefetch")
        || purpose.startsWith("preview")) {
      return true;
    }
    String agent = request.header("User-Agent").orElse("");
    return KNOWN.matcher(agent.substring(0, Math.min(LONGEST, agent.length()))).find();
  }
}
