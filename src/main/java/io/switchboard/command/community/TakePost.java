package io.switchboard.command.community;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Origin;
import io.switchboard.command.sharing.TakeShare;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.community.Community;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes on with a post, in the private chat with whoever pressed: the channel is for posts. */
final class TakePost {
  private final Community community;
  private final Sharing sharing;
  private final TakeShare taking;

  TakePost(Community community, Sharing sharing, TakeShare taking) {
    this.community = community;
    this.sharing = sharing;
    this.taking = taking;
  }

  List<Effect> take(Visit visit, ShareId share) {
    if (!community.enabled()) {
      return List.of(Effect.tell(visit.words().say("community.off")));
    }
    Optional<ShareSummary> post =
        community
            .item(share)
            .filter(item -> community.reports().title(share).isPresent())
            .flatMap(item -> sharing.looking().summary(share, item.owner()));
    String path = post.map(ShareSummary::path).orElse(null);
    return path == null
        ? List.of(Effect.tell(visit.words().say("community.post.gone")))
        : List.of(new Effect.Later(() -> take(visit, path)));
  }

  private List<Effect> take(Visit visit, String path) {
    Optional<PlaceId> chat = community.channels().privateChat(visit.origin().sender().id());
    if (visit.place().kind() == Place.Kind.PRIVATE || chat.isEmpty()) {
      return taking.take(visit, path);
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.In(chat.get(), taking.take(in(visit, chat.get()), path)));
    effects.add(Effect.tell(visit.words().say("community.taken")));
    return effects;
  }

  private static Visit in(Visit visit, PlaceId chat) {
    Origin from = visit.origin();
    Origin there =
        new Origin(
            from.key(),
            new Place(chat, Place.Kind.PRIVATE, "", List.of()),
            from.sender(),
            Destination.in(chat),
            from.at());
    return new Visit(visit.member(), there, visit.words(), visit.role());
  }
}
