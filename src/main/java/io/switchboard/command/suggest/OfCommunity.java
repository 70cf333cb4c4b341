package io.switchboard.command.suggest;

import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.visit.Called;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.community.Community;
import io.switchboard.community.approve.ApprovalCard;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.member.access.Role;
import io.switchboard.share.ShareSummary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Posts, and the channels in which they are. */
record OfCommunity(Rooms.Outside outside, Called called) {
  private static final int LISTED = 100;

  Map<String, Source> sources() {
    return Map.of("community which", this::which, "community reason", this::reasons);
  }

  private List<Suggestion> which(Visit visit, Typing typing) {
    Community community = outside.community();
    boolean admin = visit.role().atLeast(Role.ADMIN);
    return switch (Source.what(typing)) {
      case "approval" -> admin ? Source.same("on", "off") : List.of();
      case "add" -> admin ? Source.same("here") : List.of();
      case "remove" -> admin ? channels(community) : List.of();
      case "approve", "decline" -> posts(List.of(State.WAITING));
      case "withdraw", "show" -> posts(List.of(State.WAITING, State.OPEN));
      default -> List.of();
    };
  }

  private List<Suggestion> channels(Community community) {
    return Stream.concat(
            community.switches().channels().stream()
                .map(channel -> new Suggestion(called.inText(channel), channel)),
            Stream.of(new Suggestion("here", "here")))
        .toList();
  }

  private List<Suggestion> posts(List<State> states) {
    return outside.community().items(states, 0, LISTED).stream()
        .map(item -> new Suggestion(item.share() + " · " + title(item), item.share().toString()))
        .toList();
  }

  private String title(ItemRow item) {
    return outside
        .sharing()
        .looking()
        .summary(item.share(), item.owner())
        .map(ShareSummary::title)
        .orElse("…");
  }

  private List<Suggestion> reasons(Visit visit, Typing typing) {
    return switch (Source.what(typing)) {
      case "decline", "withdraw" ->
          ApprovalCard.REASONS.stream()
              .map(
                  reason ->
                      ApprovalCard.reason(
                          visit.words().texts(), visit.words().locale(), "@" + reason))
              .map(reason -> new Suggestion(reason, reason))
              .toList();
      default -> List.of();
    };
  }
}
