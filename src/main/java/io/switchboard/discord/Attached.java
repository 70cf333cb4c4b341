package io.switchboard.discord;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.discord.id.FileRef;
import io.switchboard.discord.speaking.Rest;
import io.switchboard.discord.speaking.Rest.Outcome;
import io.switchboard.fetch.Download;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Files that came with messages. Discord's addresses of them end after a day; then the message is
 * read again, which shows a new one.
 */
final class Attached implements AutoCloseable {
  private static final Set<String> CDN = Set.of("cdn.discordapp.com", "media.discordapp.net");

  private final Rest rest;
  private final Download download;

  Attached(DiscordSettings settings, Rest rest) {
    this.rest = rest;
    // Another server than Discord's own has its files itself.
    boolean elsewhere = !settings.apiUrl().startsWith("https://discord.com/");
    this.download = new Download(CDN, elsewhere ? URI.create(settings.apiUrl()) : null);
  }

  Fetched fetch(Attachment attachment, long mostBytes) {
    FileRef file = FileRef.parse(attachment.reference());
    Fetched fetched = download.get(file.address(), mostBytes);
    FileRef.MessageOf message = file.message();
    if (!(fetched instanceof Fetched.Gone) || message == null) {
      return fetched;
    }
    Route.CompiledRoute route = Route.Messages.GET_MESSAGE.compile(message.channel(), message.id());
    return switch (rest.call(route, null)) {
      case Outcome.Done(DataObject shown) ->
          newAddress(shown, path(file.address()))
              .map(address -> download.get(address, mostBytes))
              .orElse(fetched);
      case Outcome.Refused _ -> fetched;
      case Outcome.Later _ -> new Fetched.Failed("Discord wants fewer calls");
      case Outcome.Unreachable(String why, _) -> new Fetched.Failed(why);
    };
  }

  /** The address of the same file as the message shows it now. */
  private static Optional<String> newAddress(DataObject message, String path) {
    Stream<DataObject> forwarded =
        message.optArray("message_snapshots").stream()
            .flatMap(all -> all.stream(DataArray::getObject))
            .flatMap(snapshot -> snapshot.optObject("message").stream());
    return Stream.concat(Stream.of(message), forwarded)
        .flatMap(shown -> shown.optArray("attachments").stream())
        .flatMap(all -> all.stream(DataArray::getObject))
        .map(file -> file.getString("url", ""))
        .filter(url -> path(url).equals(path))
        .findFirst();
  }

  /** An address without what changes in it: its signature and its end. */
  private static String path(String address) {
    int question = address.indexOf('?');
    return question < 0 ? address : address.substring(0, question);
  }

  @Override
  public void close() {
    download.close();
  }
}
