package io.switchboard.command.sharing.draft;

import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.sharing.said.ShareWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.share.Prepared;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.Visibility;
import io.switchboard.share.expiry.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The buttons under a preview: never more than five rows of five, which every platform has. */
final class DraftButtons {
  static final int MOST_FINDINGS = 20;

  private static final int A_ROW = 5;
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(30));

  private final ShareSettings settings;
  private final BooleanSupplier canPost;

  DraftButtons(ShareSettings settings, BooleanSupplier canPost) {
    this.settings = settings;
    this.canPost = canPost;
  }

  List<List<Button>> rows(Visit visit, Prepared.Ready draft, View view) {
    Words words = visit.words();
    return switch (view) {
      case MAIN -> main(words, draft);
      case WHAT -> what(words, draft);
      case WHEN -> when(visit, draft);
      case WHO -> who(words, draft);
      case FINDS -> finds(words, draft);
    };
  }

  private List<List<Button>> main(Words words, Prepared.Ready draft) {
    long id = draft.id().value();
    Prepared.Wishes wishes = draft.wishes();
    boolean update = wishes.updates() != null;
    List<List<Button>> rows = new ArrayList<>();
    rows.add(
        List.of(
            new ShareAction.Publish(id)
                .button(words.label(update ? "share.button.update" : "share.button.publish")),
            new ShareAction.Discard(id).button(words.label("share.button.cancel"))));
    if (!update && wishes.readers().everybody() && canPost.getAsBoolean()) {
      rows.add(List.of(new ShareAction.Post(id).button(words.label("share.button.post"))));
    }
    if (!draft.findings().isEmpty()) {
      boolean covered = draft.findings().stream().allMatch(Prepared.Found::covered);
      rows.add(
          List.of(
              change(id, covered ? "cover:no" : "cover:yes")
                  .button(words.label(covered ? "share.button.uncover" : "share.button.mask")),
              change(id, "view:FINDS").button(words.label("share.button.finds"))));
    }
    List<Button> selection = new ArrayList<>();
    if (wishes.selection() instanceof Selection.Whole) {
      selection.add(change(id, "pick:one").button(words.label("share.button.one")));
    } else {
      selection.add(change(id, "pick:all").button(words.label("share.button.whole")));
    }
    selection.add(change(id, "view:WHAT").button(words.label("share.button.what")));
    rows.add(selection);
    List<Button> more = new ArrayList<>();
    if (!update) {
      more.add(change(id, "view:WHEN").button(words.label("share.button.when")));
    }
    more.add(change(id, "view:WHO").button(words.label("share.button.who")));
    rows.add(more);
    return rows;
  }

  private static List<List<Button>> what(Words words, Prepared.Ready draft) {
    long id = draft.id().value();
    List<Button> last = new ArrayList<>();
    for (int turns : new int[] {2, 3, 5, 10}) {
      last.add(change(id, "pick:last:" + turns).button(words.label("share.button.last", turns)));
    }
    return List.of(
        List.of(
            change(id, "pick:one").button(words.label("share.button.one")),
            change(id, "pick:all").button(words.label("share.button.whole"))),
        last,
        List.of(back(words, id)));
  }

  private List<List<Button>> when(Visit visit, Prepared.Ready draft) {
    Words words = visit.words();
    long id = draft.id().value();
    List<Button> lengths = new ArrayList<>();
    for (Duration length : LENGTHS) {
      if (length.compareTo(settings.maxExpiry()) <= 0) {
        lengths.add(
            change(id, "end:" + new Expiry.After(length).write()).button(words.span(length)));
      }
    }
    List<Button> others = new ArrayList<>();
    if (!LENGTHS.contains(settings.maxExpiry())) {
      Duration most = settings.maxExpiry();
      others.add(change(id, "end:" + new Expiry.After(most).write()).button(words.span(most)));
    }
    if (settings.neverExpires()) {
      others.add(change(id, "end:never").button(words.label("share.button.never")));
    }
    others.add(back(words, id));
    return lengths.isEmpty() ? List.of(others) : List.of(lengths, others);
  }

  private static List<List<Button>> who(Words words, Prepared.Ready draft) {
    long id = draft.id().value();
    Prepared.Wishes wishes = draft.wishes();
    List<Button> seen = new ArrayList<>();
    for (Visibility visibility : Visibility.values()) {
      if (visibility != wishes.readers().visibility()) {
        seen.add(
            change(id, "who:" + visibility.name()).button(ShareWords.button(words, visibility)));
      }
    }
    boolean named = wishes.readers().name() != null;
    Button sign =
        change(id, named ? "sign:no" : "sign:yes")
            .button(words.label(named ? "share.button.anonymous" : "share.button.named"));
    List<List<Button>> rows = new ArrayList<>();
    rows.add(seen);
    rows.add(List.of(sign));
    if (wishes.updates() == null) {
      List<Button> opens = new ArrayList<>();
      opens.add(change(id, "opens:1").button(words.label("share.button.once")));
      opens.add(change(id, "opens:10").button(words.label("share.button.opens", 10)));
      if (wishes.readers().opens() != null) {
        opens.add(change(id, "opens:").button(words.label("share.button.unlimited")));
      }
      rows.add(opens);
    }
    rows.add(List.of(back(words, id)));
    return rows;
  }

  /** One button a find, with its number: pressed once it is covered, pressed again it is not. */
  private static List<List<Button>> finds(Words words, Prepared.Ready draft) {
    long id = draft.id().value();
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    int number = 0;
    for (Prepared.Found found : draft.findings().stream().limit(MOST_FINDINGS).toList()) {
      number++;
      String label =
          words.label(found.covered() ? "share.button.let" : "share.button.cover", number);
      row.add(change(id, "find:" + found.finding().fingerprint()).button(label));
      if (row.size() == A_ROW) {
        rows.add(List.copyOf(row));
        row.clear();
      }
    }
    row.add(back(words, id));
    rows.add(row);
    return rows;
  }

  private static Button back(Words words, long draft) {
    return change(draft, "view:MAIN").button(words.label("share.button.back"));
  }

  private static ShareAction.Draft change(long draft, String change) {
    return new ShareAction.Draft(draft, change);
  }
}
