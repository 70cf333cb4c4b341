package io.switchboard.chat;

import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import java.util.List;

/** A platform where nothing can be said: for tests of what else one can do. */
public abstract class NobodySpeaks implements Messenger {
  private static final Delivery GONE = new Delivery.Gone("nobody speaks here");

  @Override
  public List<Document> cut(Document whole) {
    return List.of(whole);
  }

  @Override
  public Delivery send(Destination to, Reply reply, String nonce) {
    return GONE;
  }

  @Override
  public Delivery edit(MessageId message, Reply reply) {
    return GONE;
  }

  @Override
  public Delivery delete(MessageId message) {
    return GONE;
  }

  @Override
  public void typing(PlaceId place) {}

  @Override
  public List<Rate> rates(PlaceId place) {
    return List.of();
  }
}
