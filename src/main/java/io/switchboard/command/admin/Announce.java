package io.switchboard.command.admin;

import io.switchboard.announce.Announcing;
import io.switchboard.announce.Audience;
import io.switchboard.announce.SayAnnouncements;
import io.switchboard.audit.Audit;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.admin.steps.Step;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /announce [all|places|members|discord|telegram] TEXT}: shown first, said once confirmed.
 */
final class Announce {
  private final Announcing announcing;
  private final Audit audit;
  private final List<String> platforms;

  /**
   * @param platforms that are switched on
   */
  Announce(Announcing announcing, Audit audit, List<String> platforms) {
    this.announcing = announcing;
    this.audit = audit;
    this.platforms = platforms;
  }

  /** Shows how it would look and who would hear it. */
  List<Effect> preview(Visit visit, String written) {
    Words words = visit.words();
    String[] parts = written.strip().split("\\s+", 2);
    Optional<Audience> named = Audience.read(parts[0], platforms);
    String text = named.isPresent() ? (parts.length > 1 ? parts[1] : "") : written.strip();
    if (text.isBlank()) {
      return List.of(named.map(audience -> askText(visit, parts[0])).orElseGet(() -> askTo(visit)));
    }
    if (text.length() > Announcing.LONGEST) {
      return List.of(Effect.tell(words.say("announce.long", Announcing.LONGEST, text.length())));
    }
    Audience audience = named.orElse(Audience.ALL);
    Announcing.Draft draft =
        announcing.draft(visit.id(), text, audience, visit.placeId(), words.locale());
    Announcing.Reach reach = draft.reach();
    if (reach.places() + reach.members() == 0) {
      return List.of(Effect.tell(words.say("announce.nobody")));
    }
    List<Button> buttons =
        List.of(
            new AdminAction.Announce(draft.id()).button(words.label("announce.button.send")),
            new AdminAction.DropAnnouncement(draft.id())
                .button(words.label("announce.button.drop")));
    return List.of(
        Effect.tell(
            words
                .say("announce.preview", reach.places(), reach.members())
                .and(SayAnnouncements.framed(words.texts(), words.locale(), text)),
            List.of(buttons)));
  }

  private Effect askTo(Visit visit) {
    List<String> to = new ArrayList<>(List.of("all", "places", "members"));
    to.addAll(platforms.stream().filter(p -> Audience.read(p, platforms).isPresent()).toList());
    return Effect.tell(
        visit.words().say("announce.to"),
        Step.buttons(visit, "announce", to.toArray(String[]::new)));
  }

  private static Effect askText(Visit visit, String to) {
    return Effect.ask(
        visit, visit.words().say("announce.text"), "announce " + to.toLowerCase(Locale.ROOT));
  }

  /** For the button under that. */
  List<Effect> confirm(Visit visit, long id, MessageId message) {
    Words words = visit.words();
    return announcing
        .confirm(id, visit.id(), platforms)
        .map(
            said -> {
              audit.record(visit.id(), "announce", said.audience().toString(), said.text());
              Announcing.Reach reach = said.reach();
              return List.<Effect>of(
                  Effect.change(
                      message, words.say("announce.sending", reach.places(), reach.members())));
            })
        .orElseGet(() -> List.of(Effect.tell(words.say("desk.not-yours"))));
  }

  /** For the other one. */
  List<Effect> drop(Visit visit, long id, MessageId message) {
    return List.of(
        announcing.drop(id, visit.id())
            ? Effect.change(message, visit.words().say("announce.dropped"))
            : Effect.tell(visit.words().say("desk.not-yours")));
  }
}
