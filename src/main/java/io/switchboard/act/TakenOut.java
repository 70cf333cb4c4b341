package io.switchboard.act;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.Member;
import io.switchboard.queue.request.RequestId;
import java.util.Optional;

/** Whoever says where a question was asked that an admin ended it. Does not block. */
public interface TakenOut {
  /** Says it nowhere. */
  TakenOut SILENT = (member, keptOut, request, place, note) -> {};

  /**
   * Says it.
   *
   * @param keptOut whether they may not ask again now
   * @param note the message that says where the request stands, if it waited and has one
   */
  void say(
      Member member, boolean keptOut, RequestId request, PlaceId place, Optional<MessageId> note);
}
