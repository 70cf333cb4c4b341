package io.switchboard.web.admin.view.post;

import io.switchboard.http.Request;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /admin/posts}: what waits for the staff and what was reported, as their cards in the staff
 * channel show it, and what is shown in the community.
 */
public final class PostsScreen implements Screen {
  private final PostCards posts;

  public PostsScreen(PostCards posts) {
    this.posts = posts;
  }

  @Override
  public Section section() {
    return Section.POSTS;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    int page =
        request.query("page").filter(n -> n.matches("\\d{1,4}")).map(Integer::parseInt).orElse(0);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("community", false, "admin/community", () -> switches(visitor)));
    if (page == 0) {
      parts.add(
          new Part(
              "approvals",
              true,
              "admin/approvals",
              () -> Map.of("visitor", visitor, "cards", posts.waiting(visitor))));
      parts.add(
          new Part(
              "reports",
              true,
              "admin/reports",
              () -> Map.of("visitor", visitor, "cards", posts.reported(visitor))));
    }
    parts.add(new Part("posts", false, "admin/posts", () -> open(visitor, page)));
    return parts;
  }

  private Map<String, Object> switches(Visitor visitor) {
    return Map.of("visitor", visitor, "on", posts.on(), "approval", posts.approval());
  }

  private Map<String, Object> open(Visitor visitor, int page) {
    PostCards.Page found = posts.open(visitor, page);
    Map<String, Object> params = new HashMap<>();
    params.put("visitor", visitor);
    params.put("lines", found.lines());
    params.put("here", page == 0 ? "/admin/posts" : "/admin/posts?page=" + page);
    params.put("next", found.more() ? "/admin/posts?page=" + (page + 1) : "");
    return params;
  }
}
