package io.switchboard.act.deed;

import io.switchboard.chat.PlaceId;
import io.switchboard.logs.LogLevel;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.share.way.Ways;
import org.jspecify.annotations.Nullable;

/** What is switched for all; for admins. */
public sealed interface SwitchAct extends Act {
  /** Whether an account is asked. */
  record UseAccount(String name, boolean on) implements SwitchAct {}

  /**
   * How often an account is asked.
   *
   * @param weight 1 to 1000; null for the configuration's
   */
  record WeighAccount(String name, @Nullable Integer weight) implements SwitchAct {}

  /**
   * Whether all who write in a place have one conversation.
   *
   * @param scope {@link io.switchboard.conversation.home.Homes#scope}
   */
  record ShareConversations(String scope, boolean shared) implements SwitchAct {}

  /**
   * Whether the staff channels follow the log.
   *
   * @param least from which level on; null for not at all
   */
  record FollowLogs(@Nullable LogLevel least) implements SwitchAct {}

  /** Whether shares may be posted in the community channels. */
  record EnableCommunity(boolean on) implements SwitchAct {}

  /** Whether the staff looks at posts first. */
  record ApproveFirst(boolean on) implements SwitchAct {}

  /**
   * Whether posts go into a channel.
   *
   * @param channel in the configuration's words
   */
  record OpenChannel(String channel, boolean open) implements SwitchAct {}

  /**
   * How answers are given in a place.
   *
   * @param scope {@link Ways#scope}
   */
  record GiveAnswers(String scope, Ways.Given given) implements SwitchAct {}

  /**
   * Which places a place has one conversation with.
   *
   * @param others to be recorded, for people to read
   * @param group as {@link LinkedPlaces#ALONE} or {@link LinkedPlaces.Outcome.Ready} says
   */
  record LinkPlace(PlaceId place, String others, String group) implements SwitchAct {}
}
