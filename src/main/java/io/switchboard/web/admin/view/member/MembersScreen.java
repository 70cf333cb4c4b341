package io.switchboard.web.admin.view.member;

import io.switchboard.http.Request;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /admin/members}: everybody, and how they stand. */
public final class MembersScreen implements Screen {
  private static final int A_PAGE = 15;

  private final LookForMembers members;
  private final MemberCards cards;

  public MembersScreen(LookForMembers members, MemberCards cards) {
    this.members = members;
    this.cards = cards;
  }

  @Override
  public Section section() {
    return Section.MEMBERS;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    String called = request.query("q").orElse("").strip();
    long before =
        request
            .query("before")
            .filter(n -> n.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    return List.of(
        new Part("members", false, "admin/members", () -> params(visitor, called, before)));
  }

  private Map<String, Object> params(Visitor visitor, String called, long before) {
    LookForMembers.Page page = members.page(called, before, A_PAGE);
    Long next = page.next();
    String search =
        called.isEmpty() ? "" : "q=" + URLEncoder.encode(called, StandardCharsets.UTF_8);
    String here = "/admin/members" + (search.isEmpty() ? "" : "?" + search);
    Map<String, Object> params = new HashMap<>();
    params.put("visitor", visitor);
    params.put("called", called);
    params.put("cards", page.members().stream().map(m -> cards.card(visitor, m)).toList());
    params.put("here", here);
    params.put(
        "next", next == null ? "" : here + (search.isEmpty() ? "?" : "&") + "before=" + next);
    return params;
  }
}
