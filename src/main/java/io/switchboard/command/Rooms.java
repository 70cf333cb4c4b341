package io.switchboard.command;

import io.switchboard.audit.Audit;
import io.switchboard.community.Community;
import io.switchboard.conversation.Conversations;
import io.switchboard.member.Members;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import io.switchboard.share.Sharing;

/** The rooms behind the front desk. */
public record Rooms(
    Members members,
    Conversations conversations,
    RequestQueue queue,
    Limits limits,
    Outside outside,
    Audit audit) {
  /** How something leaves the conversation it was said in. */
  public record Outside(Sharing sharing, Community community) {}
}
