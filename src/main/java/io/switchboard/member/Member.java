package io.switchboard.member;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person, whatever platform they write from.
 *
 * @param name as last seen on a platform
 * @param language what they chose; null to follow the platform
 * @param platformLanguage what the platform they were last seen on says
 */
public record Member(MemberId id, String name, @Nullable Locale language, Locale platformLanguage) {
  /** In which language to speak to them. */
  public Locale speaks() {
    return language == null ? platformLanguage : language;
  }
}
