package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.share.Carriers;
import io.switchboard.text.Texts;
import java.util.Locale;

/** Edits the messages that carry a link, in its owner's language, once the link has ended. */
public final class TellCarriers implements Carriers {
  private final Outbox outbox;
  private final Members members;
  private final Texts texts;

  public TellCarriers(Outbox outbox, Members members, Texts texts) {
    this.outbox = outbox;
    this.members = members;
    this.texts = texts;
  }

  @Override
  public boolean ended(Ended link, PlaceId place, MessageId message) {
    Locale locale = members.find(link.owner()).map(Member::speaks).orElse(Locale.ENGLISH);
    Words words = new Words(texts, locale);
    Reply reply =
        Reply.of(words.say(link.revoked() ? "share.ended.revoked" : "share.ended", link.title()));
    return switch (outbox.edit(Priority.REPLY, place, message, () -> reply)) {
      case Delivery.Delivered delivered -> true;
      case Delivery.Gone gone -> true;
      case Delivery.Failed failed -> false;
      case Delivery.Throttled throttled -> false;
    };
  }
}
