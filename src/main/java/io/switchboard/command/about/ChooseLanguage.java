package io.switchboard.command.about;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Members;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The member's own choice of language. */
public final class ChooseLanguage {
  /** What stands for the platform's language instead of a tag. */
  public static final String AUTO = "auto";

  private final Members members;

  public ChooseLanguage(Members members) {
    this.members = members;
  }

  /** Offers the languages, each by its own name. */
  public List<Effect> offer(Visit visit) {
    Words words = visit.words();
    List<Button> languages =
        Texts.languages().stream()
            .<Button>map(
                language ->
                    new MemberAction.Language(language.toLanguageTag())
                        .button(ownName(visit, language)))
            .toList();
    Button auto = new MemberAction.Language(AUTO).button(words.label("language.auto"));
    return List.of(Effect.tell(words.say("language.choose"), List.of(languages, List.of(auto))));
  }

  private static String ownName(Visit visit, Locale language) {
    return visit.words().texts().say(language, "language.name");
  }

  /**
   * Keeps a choice and says so in that language.
   *
   * @param tag one of the languages', or its own name, or {@link #AUTO}
   * @param offer the message on which it was chosen, if it was by a button
   */
  public List<Effect> choose(Visit visit, String tag, @Nullable MessageId offer) {
    Optional<Locale> chosen =
        Texts.languages().stream()
            .filter(
                language ->
                    language.toLanguageTag().equalsIgnoreCase(tag)
                        || ownName(visit, language).equalsIgnoreCase(tag))
            .findFirst();
    boolean auto = tag.equalsIgnoreCase(AUTO);
    if (chosen.isEmpty() && !auto) {
      return List.of(Effect.tell(visit.words().say("language.unknown", tag)));
    }
    members.setLanguage(visit.id(), chosen.orElse(null));
    Words words = new Words(visit.words().texts(), chosen.orElse(visit.origin().sender().locale()));
    Document done = words.say("language.chosen", words.label("language.name"));
    return List.of(offer == null ? Effect.tell(done) : Effect.change(offer, done));
  }
}
