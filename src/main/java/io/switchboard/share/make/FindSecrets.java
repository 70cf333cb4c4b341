package io.switchboard.share.make;

import io.switchboard.member.Members;
import io.switchboard.share.Prepared;
import io.switchboard.share.Visibility;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.secrets.Covering;
import io.switchboard.share.secrets.Findings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in a frozen text what was likely not meant for others, and covers it. */
final class FindSecrets {
  private final Members members;

  FindSecrets(Members members) {
    this.members = members;
  }

  /** What is found in what is shown at this visibility. */
  List<Prepared.Found> in(FrozenText text, Visibility visibility, Covering covering) {
    return findings(text).in(shown(text, visibility)).stream()
        .map(found -> new Prepared.Found(found, covering.test(found.fingerprint())))
        .toList();
  }

  /** The text with the covered finds covered, as a preview shows it. */
  FrozenText covered(FrozenText text, Covering covering) {
    Findings.Masking masking = findings(text).masking(text.allStrings(), covering);
    return text.map(masking::mask, masking::mask);
  }

  /**
   * The text as it goes out. Where nobody has looked at the variants, because they are not shown,
   * all that is found in them is covered, so that they can be shown one day.
   */
  FrozenText outgoing(FrozenText text, Visibility visibility, Covering covering) {
    Findings findings = findings(text);
    Findings.Masking chosen = findings.masking(text.allStrings(), covering);
    Findings.Masking all = findings.masking(text.allStrings(), found -> true);
    return text.map(chosen::mask, visibility == Visibility.HISTORY ? chosen::mask : all::mask);
  }

  /** A title as it goes out with the text; it may hold what the text does not. */
  String title(String title, FrozenText text, Covering covering) {
    return new Findings(names(Stream.of(title)))
        .masking(Stream.concat(text.allStrings(), Stream.of(title)), covering)
        .mask(title);
  }

  private Findings findings(FrozenText text) {
    return new Findings(names(text.allStrings()));
  }

  /** Of all members' names those that can be there at all. */
  private List<String> names(Stream<String> texts) {
    String all = texts.collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
    return members.calledNames().stream()
        .filter(name -> all.contains(bare(name).toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String bare(String name) {
    return name.startsWith("@") ? name.substring(1) : name.strip();
  }

  private static Stream<String> shown(FrozenText text, Visibility visibility) {
    return visibility == Visibility.HISTORY ? text.allStrings() : text.strings();
  }
}
