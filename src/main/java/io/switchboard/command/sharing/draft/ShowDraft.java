package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.sharing.said.ShareWords;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.Prepared;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.expiry.Expiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Says what is about to go out, with the buttons that change it. */
public final class ShowDraft {
  private static final int MOST_FINDINGS = DraftButtons.MOST_FINDINGS;

  private final ShareSettings settings;
  private final Links links;
  private final DraftButtons buttons;

  /**
   * @param canPost whether posting in the community can be offered now
   */
  public ShowDraft(ShareSettings settings, Links links, BooleanSupplier canPost) {
    this.settings = settings;
    this.links = links;
    this.buttons = new DraftButtons(settings, canPost);
  }

  Effect.Say say(Visit visit, Prepared.Ready draft) {
    return new Effect.Say(reply(visit, draft, View.MAIN), message -> List.of());
  }

  /** In the place of what the message showed. */
  Effect change(Visit visit, MessageId message, Prepared.Ready draft, View view) {
    return new Effect.Change(message, reply(visit, draft, view));
  }

  private Reply reply(Visit visit, Prepared.Ready draft, View view) {
    return Reply.of(text(visit, draft, view)).with(buttons.rows(visit, draft, view)).onlyForAsker();
  }

  private Document text(Visit visit, Prepared.Ready draft, View view) {
    Words words = visit.words();
    Prepared.Wishes wishes = draft.wishes();
    boolean update = wishes.updates() != null;
    return Words.all(
        words.say(update ? "share.preview.update" : "share.preview", draft.title(), draft.turns()),
        words.say("share.preview.look", links.to(draft.previewPath())),
        findings(words, draft.findings()),
        ShareWords.readers(words, wishes.readers()),
        update ? new Document(List.of()) : end(visit, wishes.end()),
        view == View.WHAT ? words.say("share.pick.range") : new Document(List.of()));
  }

  private Document end(Visit visit, Expiry expiry) {
    Words words = visit.words();
    return switch (expiry) {
      case Expiry.At(var at) -> words.say("share.live.until", at);
      case Expiry.Never ignored -> words.say("share.live.forever");
      default ->
          settings
              .length(expiry, visit.origin().at())
              .map(length -> words.say("share.preview.ends", length))
              .orElseGet(() -> words.say("share.live.forever"));
    };
  }

  private static Document findings(Words words, List<Prepared.Found> findings) {
    if (findings.isEmpty()) {
      return new Document(List.of());
    }
    List<Document> lines = new ArrayList<>();
    for (Prepared.Found found : findings.stream().limit(MOST_FINDINGS).toList()) {
      String kind = found.finding().kind().name().toLowerCase(Locale.ROOT);
      Document what =
          words.say(
              "share.finding." + kind,
              lines.size() + 1,
              new Inline.Code(found.finding().excerpt()));
      lines.add(found.covered() ? Words.all(what, words.say("share.found.covered")) : what);
    }
    return Words.all(words.say("share.findings", findings.size()), Words.list(lines));
  }
}
