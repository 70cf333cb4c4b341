package io.switchboard.telegram;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.config.Secret;
import io.switchboard.fetch.Download;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.net.URI;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/** Files that people sent. Telegram gives none out of over 20 MB. */
final class Sent implements AutoCloseable {
  private static final String TELEGRAM = "api.telegram.org";
  private static final String PREFIX = ChatAddress.PLATFORM + ":";

  private final BotApi api;
  private final URI apiUrl;
  private final Secret token;
  private final Download download;

  Sent(TelegramSettings settings, BotApi api) {
    this.api = api;
    this.apiUrl = settings.apiUrl();
    this.token = settings.token();
    boolean elsewhere = !TELEGRAM.equals(apiUrl.getHost());
    this.download = new Download(Set.of(TELEGRAM), elsewhere ? apiUrl : null);
  }

  Fetched fetch(Attachment attachment, long mostBytes) {
    if (!attachment.reference().startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "a file of Telegram's was expected, not " + attachment.reference());
    }
    String id = attachment.reference().substring(PREFIX.length());
    return switch (api.ask(new GetFile(id))) {
      case Answer.Done done when done.result().path("file_size").asLong() > mostBytes ->
          new Fetched.TooLarge();
      case Answer.Done done -> at(done.result().path("file_path").asText(""), mostBytes);
      case Answer.Refused refused -> refused(refused);
      case Answer.Silent(String why, _) -> new Fetched.Failed(why);
    };
  }

  private static Fetched refused(Answer.Refused refused) {
    if (refused.says("too big")) {
      return new Fetched.TooLarge();
    }
    boolean passing =
        refused.code() == 429
            || refused.code() == 401
            || refused.code() >= 500
            || refused.says("temporarily unavailable");
    return passing ? new Fetched.Failed(refused.told()) : new Fetched.Gone(refused.told());
  }

  private Fetched at(String path, long mostBytes) {
    // A server that keeps its files on its own disk names a path there, which is not for us.
    if (path.isEmpty() || path.startsWith("/") || path.contains("..") || path.contains("://")) {
      return new Fetched.Gone("the server does not give its files out");
    }
    String root = apiUrl.toString().replaceFirst("/+$", "");
    return download.get(root + "/file/bot" + token.reveal() + "/" + path, mostBytes);
  }

  @Override
  public void close() {
    download.close();
  }
}
