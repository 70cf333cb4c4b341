package io.switchboard.web.admin.view.share;

import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.share.Visibility;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which shares somebody wants to see, as the page's address says it.
 *
 * @param called a part of a name; empty for everybody's
 * @param owner chosen from several that are called so
 * @param visibility one in lower case; empty for any
 * @param state one in lower case; {@code any} for any
 */
public record Wanted(
    String called, Optional<MemberId> owner, String visibility, String state, long before) {
  private static final String ANY = "any";

  static Wanted read(Request request) {
    Optional<MemberId> owner = number(request, "member").map(MemberId::new);
    return new Wanted(
        owner.isPresent() ? "" : request.query("q").orElse("").strip(),
        owner,
        word(Visibility.values(), request.query("who").orElse(""), ""),
        word(
            AnyShare.State.values(),
            request.query("state").orElse("live"),
            request.query("state").filter(ANY::equals).orElse("live")),
        number(request, "before").orElse(Long.MAX_VALUE));
  }

  private static Optional<Long> number(Request request, String name) {
    return request.query(name).filter(n -> n.matches("\\d{1,18}")).map(Long::parseLong);
  }

  private static String word(Enum<?>[] values, String wanted, String otherwise) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .filter(wanted::equals)
        .findFirst()
        .orElse(otherwise);
  }

  LookAtAll.Filter filter(@Nullable MemberId of) {
    return new LookAtAll.Filter(
        of,
        visibility.isEmpty() ? null : Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)),
        state.equals(ANY) ? null : AnyShare.State.valueOf(state.toUpperCase(Locale.ROOT)));
  }

  /** Whether anything but the usual is asked for. */
  public boolean narrowed() {
    return !called.isEmpty()
        || owner.isPresent()
        || !visibility.isEmpty()
        || !state.equals("live")
        || before != Long.MAX_VALUE;
  }

  /** The address of these, the newest first. */
  String here() {
    return "/admin/shares?"
        + owner.map(id -> "member=" + id + "&").orElse("")
        + (called.isEmpty() ? "" : "q=" + URLEncoder.encode(called, StandardCharsets.UTF_8) + "&")
        + (visibility.isEmpty() ? "" : "who=" + visibility + "&")
        + "state="
        + state;
  }

  /** The same of one of several. */
  public String of(MemberId one) {
    return new Wanted("", Optional.of(one), visibility, state, before).here();
  }

  String after(long share) {
    return here() + "&before=" + share;
  }
}
