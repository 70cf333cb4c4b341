package io.switchboard.web.admin.view.post;

import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.Community;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.post.Mark;
import io.switchboard.community.read.OpenPost;
import io.switchboard.markup.Html;
import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.own.LookAtOwn;
import io.switchboard.web.admin.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts, as the staff looks at them. */
public final class PostCards {
  private static final int MOST = 30;
  private static final int A_PAGE = 20;

  private final Community community;
  private final LookAtOwn shares;
  private final LookForMembers members;

  public PostCards(Community community, LookAtOwn shares, LookForMembers members) {
    this.community = community;
    this.shares = shares;
    this.members = members;
  }

  /**
   * Something to decide.
   *
   * @param mark of what is shown here, so that nothing else is approved
   * @param html what the card in the staff channel says
   * @param page where all of it stands; empty if that cannot be shown
   * @param since when it was asked for, or reported
   */
  public record Card(
      String share, String mark, Author author, String html, String page, String since) {}

  /** Whose it is. */
  public record Author(long id, String name) {}

  /**
   * A post that is shown.
   *
   * @param page where it stands; empty if that cannot be shown
   */
  public record Line(
      String share, String title, Author author, String page, String since, long likes) {}

  /** Some of them. */
  public record Page(List<Line> lines, boolean more) {}

  /** Whether anything can be posted. */
  boolean on() {
    return community.switches().on();
  }

  /** Whether the staff looks first. */
  boolean approval() {
    return community.switches().approval();
  }

  /** What waits for the staff, the newest first. */
  List<Card> waiting(Visitor visitor) {
    List<ItemRow> items = community.approvals().waiting(MOST);
    Map<MemberId, Listed> named = named(items);
    return items.stream().flatMap(item -> waiting(visitor, named, item).stream()).toList();
  }

  private Optional<Card> waiting(Visitor visitor, Map<MemberId, Listed> named, ItemRow item) {
    Optional<ShareSummary> share = shares.summary(item.share(), item.owner());
    Optional<Reply> card =
        community.approvalCard().card(item.share().toString(), visitor.frame().locale());
    if (share.isEmpty() || card.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(card(visitor, named, item, Mark.sight(share.get()), card.get()));
  }

  private Card card(
      Visitor visitor, Map<MemberId, Listed> named, ItemRow item, String mark, Reply reply) {
    String page =
        reply.buttons().stream()
            .flatMap(List::stream)
            .filter(Button.Link.class::isInstance)
            .map(button -> ((Button.Link) button).url())
            .findFirst()
            .orElse("");
    return new Card(
        item.share().toString(),
        mark,
        author(visitor, named.get(item.owner()), item.owner()),
        visitor.said().times(Html.of(reply.body())),
        page,
        visitor.said().at(item.changedAt()));
  }

  /** What members reported and nobody has decided about, the oldest first. */
  List<Card> reported(Visitor visitor) {
    List<ItemRow> items =
        community.reports().open(MOST).stream()
            .flatMap(report -> community.item(report.share()).stream())
            .toList();
    Map<MemberId, Listed> named = named(items);
    return items.stream()
        .flatMap(
            item ->
                community
                    .reportCard()
                    .present(item.share(), visitor.frame().locale())
                    .map(reply -> card(visitor, named, item, "", reply))
                    .stream())
        .toList();
  }

  /** What is shown, the newest first. */
  Page open(Visitor visitor, int page) {
    List<ItemRow> found = community.items(List.of(ItemRow.State.OPEN), page * A_PAGE, A_PAGE + 1);
    List<ItemRow> items = found.subList(0, Math.min(A_PAGE, found.size()));
    Map<MemberId, Listed> named = named(items);
    return new Page(
        items.stream().map(item -> line(visitor, named, item)).toList(), found.size() > A_PAGE);
  }

  private Line line(Visitor visitor, Map<MemberId, Listed> named, ItemRow item) {
    Optional<ShareSummary> share = shares.summary(item.share(), item.owner());
    Optional<OpenPost> post = community.reading().find(item.share());
    return new Line(
        item.share().toString(),
        share.map(ShareSummary::title).orElse("…"),
        author(visitor, named.get(item.owner()), item.owner()),
        post.flatMap(open -> share.map(ShareSummary::path)).orElse(""),
        visitor.said().at(item.changedAt()),
        post.map(OpenPost::likes).orElse(0L));
  }

  private Map<MemberId, Listed> named(List<ItemRow> items) {
    return members.all(items.stream().map(ItemRow::owner).toList());
  }

  private static Author author(Visitor visitor, @Nullable Listed member, MemberId id) {
    return member == null
        ? new Author(0, visitor.frame().say("admin.audit.gone", id.value()))
        : new Author(id.value(), member.name());
  }
}
