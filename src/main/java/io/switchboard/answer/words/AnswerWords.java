package io.switchboard.answer.words;

import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.text.Texts;
import java.util.Locale;

/** Finds the words for whoever reads an answer. */
public final class AnswerWords {
  private final Texts texts;
  private final Members members;

  public AnswerWords(Texts texts, Members members) {
    this.texts = texts;
    this.members = members;
  }

  /** What a member is called; empty for one who is gone. */
  public String name(MemberId member) {
    return members.find(member).map(Member::name).orElse("");
  }

  /** In this member's language. */
  public Voice to(MemberId reader) {
    return new Voice(texts, members.find(reader).map(Member::speaks).orElse(Locale.ENGLISH));
  }
}
