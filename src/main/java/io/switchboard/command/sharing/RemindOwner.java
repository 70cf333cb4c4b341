package io.switchboard.command.sharing;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.sharing.live.Extending;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.share.Reminding;
import io.switchboard.share.door.Sharing;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reminds an owner in private that a link ends soon, with buttons that give it more time; whoever
 * cannot be reached in private is reminded where the link was posted.
 */
public final class RemindOwner implements Reminding {
  private final Sharing sharing;
  private final Members members;
  private final Messengers messengers;
  private final Outbox outbox;
  private final Texts texts;

  public RemindOwner(
      Sharing sharing, Members members, Messengers messengers, Outbox outbox, Texts texts) {
    this.sharing = sharing;
    this.members = members;
    this.messengers = messengers;
    this.outbox = outbox;
    this.texts = texts;
  }

  @Override
  public boolean remind(Due link) {
    Locale locale = members.find(link.owner()).map(Member::speaks).orElse(Locale.ENGLISH);
    Words words = new Words(texts, locale);
    Reply reply =
        Reply.of(words.say("share.reminder", link.title(), link.endsAt()))
            .with(List.of(Extending.buttons(words, link.share())));
    boolean later = false;
    for (PlaceId place : places(link)) {
      String nonce = "remind" + link.share() + "-" + link.endsAt().getEpochSecond() % 1_000_000;
      Delivery delivery = outbox.send(Priority.REPLY, Destination.in(place), () -> reply, nonce);
      switch (delivery) {
        case Delivery.Delivered(MessageId message) -> {
          sharing.carriedBy(link.share(), place, message);
          return true;
        }
        case Delivery.Gone gone -> {}
        case Delivery.Failed failed -> later = true;
        case Delivery.Throttled throttled -> later = true;
      }
    }
    return !later;
  }

  private List<PlaceId> places(Due link) {
    List<PlaceId> places = new ArrayList<>();
    for (PersonId account : members.identities(link.owner())) {
      if (messengers.of(account.platform()).orElse(null) instanceof PrivateChats chats) {
        chats.privateChat(account).ifPresent(places::add);
      }
    }
    link.shownIn().stream().filter(place -> !places.contains(place)).forEach(places::add);
    return places;
  }
}
