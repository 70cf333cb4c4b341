package io.switchboard.command.community;

import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.post.Mark;
import io.switchboard.community.read.OpenPost;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The posts there are, for the staff: a page at a time, and one of them. */
final class ListPosts {
  private static final int A_PAGE = 8;
  private static final int A_ROW = 4;

  private final Community community;
  private final Sharing sharing;
  private final Links links;

  ListPosts(Community community, Sharing sharing, Links links) {
    this.community = community;
    this.sharing = sharing;
    this.links = links;
  }

  /**
   * A page of what is shown or waits.
   *
   * @param waiting only what waits for the staff
   * @param page from 0
   */
  Reply page(Words words, boolean waiting, int page) {
    List<State> states = waiting ? List.of(State.WAITING) : List.of(State.WAITING, State.OPEN);
    List<ItemRow> items = community.items(states, page * A_PAGE, A_PAGE + 1);
    boolean more = items.size() > A_PAGE;
    items = items.stream().limit(A_PAGE).toList();
    if (items.isEmpty()) {
      return Reply.of(words.say(waiting ? "communities.waiting.none" : "communities.posts.none"))
          .with(List.of(List.of(manage("status").button(words.label("community.button.back")))))
          .onlyForAsker();
    }
    List<Document> lines = items.stream().map(item -> line(words, item)).toList();
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i += A_ROW) {
      rows.add(
          items.subList(i, Math.min(items.size(), i + A_ROW)).stream()
              .<Button>map(item -> manage("post:" + item.share()).button("#" + item.share()))
              .toList());
    }
    String kind = waiting ? "waiting:" : "list:";
    List<Button> last = new ArrayList<>();
    if (page > 0) {
      last.add(manage(kind + (page - 1)).button("◀"));
    }
    if (more) {
      last.add(manage(kind + (page + 1)).button("▶"));
    }
    last.add(manage("status").button(words.label("community.button.back")));
    rows.add(last);
    String head = waiting ? "communities.waiting" : "communities.posts";
    return Reply.of(Words.all(words.say(head), Words.list(lines))).with(rows).onlyForAsker();
  }

  private Document line(Words words, ItemRow item) {
    long likes = community.reading().find(item.share()).map(OpenPost::likes).orElse(0L);
    return words.say(
        item.state() == State.WAITING ? "communities.line.waiting" : "communities.line.open",
        "#" + item.share(),
        title(item),
        likes);
  }

  private String title(ItemRow item) {
    return share(item).map(ShareSummary::title).orElse("…");
  }

  private Optional<ShareSummary> share(ItemRow item) {
    return sharing.looking().summary(item.share(), item.owner());
  }

  /** One of them, with what can be done. */
  Optional<Reply> one(Words words, ShareId share, boolean sure) {
    return community.item(share).map(item -> one(words, item, sure));
  }

  private Reply one(Words words, ItemRow item, boolean sure) {
    Inline page =
        share(item)
            .map(ShareSummary::path)
            .map(path -> links.named(path, title(item)))
            .orElseGet(() -> new Inline.Text(title(item)));
    long likes = community.reading().find(item.share()).map(OpenPost::likes).orElse(0L);
    Document text =
        Words.all(
            words.say("communities.post", "#" + item.share(), page),
            words.say(
                "communities.state." + item.state().name().toLowerCase(Locale.ROOT),
                item.changedAt()),
            words.say("communities.likes", likes),
            Out.say(words, community.channels(), community.copies().standing(item.share())),
            sure ? words.say("communities.sure") : new Document(List.of()));
    String id = item.share().toString();
    List<Button> row = new ArrayList<>();
    Optional<String> sight = share(item).map(Mark::sight);
    if (item.state() == State.WAITING && sight.isPresent()) {
      String seen = id + "/" + sight.get();
      row.add(manage("approve:" + seen).button(words.label("community.button.approve")));
      row.add(manage("decline:" + seen).button(words.label("community.button.decline")));
    } else if (item.state() == State.OPEN) {
      row.add(
          manage((sure ? "take-sure:" : "take:") + id)
              .button(words.label(sure ? "communities.button.sure" : "community.button.remove")));
    }
    row.add(manage("list:0").button(words.label("community.button.back")));
    return Reply.of(text).with(List.of(row)).onlyForAsker();
  }

  static CommunityAction.Manage manage(String what) {
    return new CommunityAction.Manage(what);
  }
}
