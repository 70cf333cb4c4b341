package io.switchboard.command.admin.limit;

import io.switchboard.chat.Place;
import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Someone;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.Limits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out whose limits are meant by what stands after the verb. */
record FindMeant(Members members, Someone someone, Limits limits, Set<String> platforms) {
  /** A person's id has no dash before the colon. */
  private static final Pattern SCOPE = Pattern.compile("[a-z]+-[a-z-]*[a-z]:[^\\s:]{1,150}");

  private static final Pattern ID = Pattern.compile("[a-z]+:\\S+");

  private static final Set<String> PLACES =
      Set.of("discord-channel", "discord-server", "telegram-chat");
  private static final Set<String> ROLES =
      Set.of(
          "telegram-administrator",
          "switchboard-moderator",
          "switchboard-admin",
          "switchboard-owner");
  private static final String ROLE = "-role";
  private static final String EVERYBODY = "default";

  /**
   * Finds it.
   *
   * @param verb what is to be done with them: only for some, somebody may be meant who never wrote
   */
  Meant find(Visit visit, String verb, String who) {
    String word = who.toLowerCase(Locale.ROOT);
    if (word.equals("here")) {
      return here(visit);
    }
    if (word.equals(EVERYBODY) || word.equals("everyone")) {
      return new Meant.Many(EVERYBODY, Meant.Kind.EVERYBODY);
    }
    if (ROLES.contains(word)) {
      return new Meant.Many(word, Meant.Kind.ROLE);
    }
    return SCOPE.matcher(word).matches() ? scope(visit, verb, word) : somebody(visit, verb, who);
  }

  private static Meant here(Visit visit) {
    Place place = visit.place();
    return place.kind() == Place.Kind.PRIVATE || place.scopes().isEmpty()
        ? new Meant.Nobody(visit.words().say("limit.place.none"))
        : new Meant.Many(place.scopes().getFirst(), Meant.Kind.PLACE);
  }

  private Meant scope(Visit visit, String verb, String scope) {
    String kind = kind(scope);
    if (kind.endsWith(ROLE)) {
      return platforms.contains(kind.substring(0, kind.length() - ROLE.length()))
          ? new Meant.Many(scope, Meant.Kind.ROLE)
          : unknown(visit, verb, scope);
    }
    Set<String> kinds = new TreeSet<>(PLACES);
    visit.place().scopes().forEach(s -> kinds.add(kind(s)));
    limits.ofPlaces().scopes().forEach(s -> kinds.add(kind(s)));
    return kinds.contains(kind)
        ? new Meant.Many(scope, Meant.Kind.PLACE)
        : unknown(visit, verb, scope);
  }

  private static String kind(String scope) {
    return scope.substring(0, Math.max(0, scope.indexOf(':')));
  }

  private static Meant unknown(Visit visit, String verb, String written) {
    String kinds =
        PLACES.stream().sorted().map(kind -> kind + ":ID").collect(Collectors.joining(", "))
            + ", discord-role:ID, "
            + ROLES.stream().sorted().collect(Collectors.joining(", "))
            + ", default, here";
    return new Meant.Nobody(
        visit
            .words()
            .say(
                "limit.wrong.scope",
                Cut.of(written),
                new Inline.Code(kinds),
                Examples.of(verb, "telegram-chat:-100123")));
  }

  private Meant somebody(Visit visit, String verb, String who) {
    Words words = visit.words();
    Optional<Member> known = members.named(who, visit.origin().sender().id().platform());
    if (known.isPresent()) {
      return new Meant.Somebody(known.get());
    }
    String id = who.toLowerCase(Locale.ROOT);
    boolean ours = ID.matcher(id).matches() && platforms.contains(kind(id));
    if (ours && List.of("set", "boost").contains(verb)) {
      Optional<Member> met = members.mentioned(id);
      if (met.isPresent()) {
        return new Meant.Somebody(met.get());
      }
    }
    Document none =
        ours && Members.couldBe(id)
            ? words.say("limit.never", new Inline.Code(id), Examples.of("set", id))
            : words.say("limit.nobody", Cut.of(who), Examples.of(verb, someone.beside(visit)));
    return new Meant.Nobody(none);
  }
}
