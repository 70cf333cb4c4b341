package io.switchboard.web.admin.view.member;

import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.queue.look.LookAtQueue;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import io.switchboard.web.admin.view.RequestLines;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/members/5}: one of them, and what they have in the queue. */
public final class MemberScreen implements Screen {
  private static final int MOST = 50;

  private final LookForMembers members;
  private final MemberCards cards;
  private final LookAtQueue queue;
  private final InstantSource time;

  public MemberScreen(
      LookForMembers members, MemberCards cards, LookAtQueue queue, InstantSource time) {
    this.members = members;
    this.cards = cards;
    this.queue = queue;
    this.time = time;
  }

  @Override
  public Section section() {
    return Section.MEMBER;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    String number = request.param("id");
    Listed member =
        (number.matches("\\d{1,18}")
                ? members.find(new MemberId(Long.parseLong(number)))
                : Optional.<Listed>empty())
            .orElseThrow(Refused::notFound);
    return List.of(
        new Part(
            "member",
            false,
            "admin/member",
            () -> Map.of("visitor", visitor, "card", cards.card(visitor, member))),
        new Part("waiting", true, "admin/waiting", () -> waiting(visitor, member)));
  }

  private Map<String, Object> waiting(Visitor visitor, Listed member) {
    RequestLines lines = new RequestLines(visitor, Map.of(member.id(), member), time.instant());
    return Map.of(
        "visitor",
        visitor,
        "here",
        "/admin/members/" + member.id(),
        "lines",
        queue.of(member.id(), MOST).stream().map(asked -> lines.line(asked, 0, 0)).toList());
  }
}
