package io.switchboard.community.report;

import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.kept.ReportTable.Case;
import io.switchboard.community.post.PostText;
import io.switchboard.db.Database;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import io.switchboard.text.Commas;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the staff is shown of reports about a post. */
public final class ReportCard {
  private final Database database;
  private final Sharing sharing;
  private final Members members;
  private final PostText text;
  private final Texts texts;

  public ReportCard(
      Database database, Sharing sharing, Members members, PostText text, Texts texts) {
    this.database = database;
    this.sharing = sharing;
    this.members = members;
    this.text = text;
    this.texts = texts;
  }

  /**
   * The card.
   *
   * @param id the share and the round, with a slash between them
   */
  public Optional<Reply> card(String id, Locale language) {
    int slash = id.indexOf('/');
    ShareId share = new ShareId(Long.parseLong(id.substring(0, slash)));
    int round = Integer.parseInt(id.substring(slash + 1));
    return database
        .read(h -> ReportTable.last(h, share))
        .filter(c -> c.round() == round)
        .map(c -> card(c, language));
  }

  /** The card about the reports of a post as they are now; empty if there are none to decide. */
  public Optional<Reply> present(ShareId share, Locale language) {
    return database
        .read(h -> ReportTable.last(h, share))
        .filter(c -> c.state() == ReportTable.State.OPEN)
        .map(c -> card(c, language));
  }

  private Reply card(Case about, Locale language) {
    Optional<ShareSummary> share =
        database
            .read(h -> ItemTable.find(h, about.share()))
            .flatMap(item -> sharing.looking().summary(item.share(), item.owner()));
    Map<String, Integer> reasons =
        database.read(h -> ReportTable.reasons(h, about.share(), about.round()));
    String title = share.map(ShareSummary::title).orElse("…");
    int people = reasons.values().stream().mapToInt(Integer::intValue).sum();
    String head = texts.say(language, "community.card.reported", title, people);
    String why =
        reasons.entrySet().stream()
            .map(
                e ->
                    texts.say(language, "community.report." + e.getKey())
                        + (e.getValue() > 1 ? " × " + e.getValue() : ""))
            .collect(Collectors.joining(Commas.sign(language)));
    Document body = strong(head).and(Document.plain(why));
    return switch (about.state()) {
      case OPEN -> Reply.of(body).with(List.of(buttons(about, share, language)));
      case KEPT -> Reply.of(body.and(said(language, "community.card.kept", about.by())));
      case REMOVED -> Reply.of(body.and(said(language, "community.card.taken", about.by())));
      case OVER -> Reply.of(body.and(said(language, "community.card.over", null)));
    };
  }

  private Document said(Locale language, String key, @Nullable MemberId by) {
    String who = Optional.ofNullable(by).flatMap(members::find).map(Member::name).orElse("…");
    return Document.plain(texts.say(language, key, who));
  }

  private List<Button> buttons(Case about, Optional<ShareSummary> share, Locale language) {
    long id = about.share().value();
    List<Button> row = new ArrayList<>();
    row.add(
        new CommunityAction.Answer(id, about.round(), true)
            .button(texts.say(language, "community.button.keep")));
    row.add(
        new CommunityAction.Answer(id, about.round(), false)
            .button(texts.say(language, "community.button.remove")));
    share
        .flatMap(text::page)
        .ifPresent(
            page -> row.add(new Button.Link(texts.say(language, "community.button.look"), page)));
    return row;
  }

  private static Document strong(String line) {
    return new Document(
        List.of(new Block.Paragraph(List.of(new Inline.Strong(List.of(new Inline.Text(line)))))));
  }
}
