package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.ShareWish;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Titles;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.Expiry;
import io.switchboard.share.Prepared;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.Sharing;
import io.switchboard.share.secrets.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Freezes what is to be shared and shows it to its owner, who decides. Nothing goes out yet. */
public final class PreviewShare {
  private static final int MOST_FINDINGS = 10;

  private final Conversations conversations;
  private final Sharing sharing;
  private final Links links;
  private final BooleanSupplier canPost;

  /**
   * @param canPost whether posting in the community can be offered now
   */
  public PreviewShare(
      Conversations conversations, Sharing sharing, Links links, BooleanSupplier canPost) {
    this.conversations = conversations;
    this.sharing = sharing;
    this.links = links;
    this.canPost = canPost;
  }

  /** For {@code /share}. */
  public List<Effect> preview(Visit visit, ShareWish wish) {
    MessageId shownBy = wish.shownBy();
    Optional<Turn> turn =
        shownBy == null ? last(visit) : conversations.shownBy(shownBy, visit.id());
    if (turn.isEmpty()) {
      String why = shownBy == null ? "share.nothing" : "share.not-an-answer";
      return List.of(Effect.tell(visit.words().say(why)));
    }
    return List.of(preview(visit, turn.get().id(), wish));
  }

  /** For the button under an answer. */
  public List<Effect> preview(Visit visit, TurnId turn) {
    return List.of(preview(visit, turn, new ShareWish(false, "", "", null)));
  }

  /** For the button that asks for another selection. */
  public List<Effect> instead(Visit visit, ShareAction.Instead instead, MessageId preview) {
    if (!sharing.discard(new ShareId(instead.draft()), visit.id())) {
      return List.of(Effect.tell(visit.words().say("desk.not-yours")));
    }
    Effect.Say next =
        preview(
            visit,
            new TurnId(instead.turn()),
            new ShareWish(instead.whole(), instead.expiry(), "", null));
    return List.of(new Effect.Change(preview, next.reply()));
  }

  private Effect.Say preview(Visit visit, TurnId turn, ShareWish wish) {
    Optional<ConversationId> conversation = conversations.conversationOf(turn, visit.id());
    if (conversation.isEmpty()) {
      return Effect.tell(visit.words().say("desk.not-yours"));
    }
    ShareSettings allowed = sharing.settings();
    if (!allowed.allow(ShareWish.expiryOf(wish.expiry()))) {
      return Effect.tell(visit.words().say("share.too-long", allowed.maxExpiry()));
    }
    Selection selection =
        wish.whole() ? new Selection.Whole(conversation.get()) : new Selection.One(turn);
    return switch (sharing.prepare(visit.id(), selection)) {
      case Prepared.Nothing nothing -> Effect.tell(visit.words().say("share.nothing"));
      case Prepared.Ready ready -> show(visit, turn, wish, ready);
    };
  }

  private Effect.Say show(Visit visit, TurnId turn, ShareWish wish, Prepared.Ready ready) {
    Words words = visit.words();
    String title = ready.title();
    if (!wish.title().isBlank() && sharing.rename(ready.id(), visit.id(), wish.title())) {
      title = Titles.clean(wish.title());
    }
    Document text =
        Words.all(
            words.say("share.preview", title, ready.turns()),
            words.say("share.preview.look", links.to(ready.previewPath())),
            findings(words, ready.findings()),
            words.say("share.preview.decide"),
            end(words, ShareWish.expiryOf(wish.expiry())));
    return Effect.tell(text, buttons(words, turn, wish, ready));
  }

  private Document end(Words words, Expiry expiry) {
    return sharing
        .settings()
        .length(expiry)
        .map(length -> words.say("share.preview.ends", length))
        .orElseGet(() -> words.say("share.live.forever"));
  }

  private static Document findings(Words words, List<Finding> findings) {
    if (findings.isEmpty()) {
      return new Document(List.of());
    }
    List<Document> lines = new ArrayList<>();
    for (Finding finding : findings.stream().limit(MOST_FINDINGS).toList()) {
      String kind = finding.kind().name().toLowerCase(Locale.ROOT);
      lines.add(words.say("share.finding." + kind, new Inline.Code(finding.excerpt())));
    }
    return Words.all(words.say("share.findings", findings.size()), Words.list(lines));
  }

  /** Everything that was found is covered; decide again. */
  public List<Effect> mask(Visit visit, ShareId draft, String expiry) {
    Words words = visit.words();
    if (!sharing.mask(draft, visit.id())) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    return List.of(
        Effect.tell(words.say("share.masked"), List.of(decide(words, draft.value(), expiry))));
  }

  private static List<Button> decide(Words words, long draft, String expiry) {
    return List.of(
        new ShareAction.Publish(draft, expiry).button(words.label("share.button.publish")),
        new ShareAction.Discard(draft).button(words.label("share.button.cancel")));
  }

  private List<List<Button>> buttons(
      Words words, TurnId turn, ShareWish wish, Prepared.Ready ready) {
    long draft = ready.id().value();
    List<List<Button>> rows = new ArrayList<>();
    rows.add(decide(words, draft, wish.expiry()));
    if (canPost.getAsBoolean()) {
      rows.add(
          List.of(
              new ShareAction.Post(draft, wish.expiry()).button(words.label("share.button.post"))));
    }
    if (!ready.findings().isEmpty()) {
      rows.add(
          List.of(
              new ShareAction.Mask(draft, wish.expiry()).button(words.label("share.button.mask"))));
    }
    String other = wish.whole() ? "share.button.one" : "share.button.whole";
    rows.add(
        List.of(
            new ShareAction.Instead(turn.value(), !wish.whole(), draft, wish.expiry())
                .button(words.label(other))));
    return rows;
  }

  private Optional<Turn> last(Visit visit) {
    ConversationId here = conversations.current(visit.id(), visit.placeId());
    return conversations.path(here, visit.id()).reversed().stream()
        .filter(turn -> !turn.answer().isEmpty())
        .findFirst();
  }
}
