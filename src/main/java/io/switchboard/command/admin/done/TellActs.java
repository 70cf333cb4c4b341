package io.switchboard.command.admin.done;

import io.switchboard.audit.Audit;
import io.switchboard.audit.AuditEntry;
import io.switchboard.audit.Undone;
import io.switchboard.command.visit.Called;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.ShareId;
import io.switchboard.text.Instants;
import io.switchboard.text.Stood;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of acts, in the words of the commands, which are the same in every language; how it stood
 * is in the reader's.
 *
 * @param posts what a post is called, with its author; empty if there is none of that number
 * @param called what places are called
 */
public record TellActs(Members members, Function<ShareId, Optional<String>> posts, Called called) {
  private static final Pattern POST = Pattern.compile("post (\\d{1,18})");
  private static final Pattern MEMBER = Pattern.compile("member (\\d{1,18})");

  /** What was done to whom, and from what to what. */
  public Document what(Words words, AuditEntry entry) {
    String act = entry.what().equals("undo") ? "undo " + entry.detail() : entry.what();
    String target = target(entry);
    return words.say(
        target.isEmpty() ? "undo.what" : "undo.what.to",
        act,
        stood(words, entry.trace().before()),
        stood(words, entry.trace().after()),
        called.target(target));
  }

  /** The same with its number, who did it, and when. */
  Document line(Words words, AuditEntry entry) {
    return words
        .say("undo.line", "" + entry.id(), name(entry.who()), entry.at())
        .and(what(words, entry));
  }

  /** All of it, for a long list: also what can never be taken back, and what was only tried. */
  Document inOneLine(Words words, AuditEntry entry) {
    return words.say(
        "audit.line", "" + entry.id(), doer(words, entry), entry.at(), shortly(words, entry));
  }

  private String doer(Words words, AuditEntry entry) {
    String person = entry.trace().person();
    if (person.equals(Audit.VISITOR.value())) {
      return words.label("audit.visitor");
    }
    return person.isEmpty() ? name(entry.who()) : person;
  }

  private String shortly(Words words, AuditEntry entry) {
    AuditEntry.Trace trace = entry.trace();
    if (trace.refused()) {
      return words.label("audit.tried", entry.target());
    }
    boolean change = !trace.before().equals(trace.after());
    String told =
        Stream.of(
                entry.what(),
                called.inText(target(entry)),
                change
                    ? stood(words, trace.before()) + " → " + stood(words, trace.after())
                    : Instants.said(entry.detail()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return trace.undoneBy() == null ? told : words.label("audit.undone", told);
  }

  private static String stood(Words words, String state) {
    return Stood.said(Instants.said(state), words::label);
  }

  private String target(AuditEntry entry) {
    String target = entry.target();
    Matcher post = POST.matcher(entry.trace().thing());
    if (post.matches()) {
      return posts.apply(new ShareId(Long.parseLong(post.group(1)))).orElse("#" + post.group(1));
    }
    Matcher member = MEMBER.matcher(target);
    return member.matches() ? name(new MemberId(Long.parseLong(member.group(1)))) : target;
  }

  private String name(MemberId id) {
    return members.find(id).map(Member::name).orElseGet(() -> "member " + id);
  }

  /** Why it was not taken back. */
  Document why(Words words, Undone undone) {
    return switch (undone) {
      case Undone.Impossible(AuditEntry entry) ->
          words.say("undo.impossible", "" + entry.id(), entry.what());
      case Undone.ChangedSince(AuditEntry entry, String now) ->
          words.say("undo.changed", "" + entry.id(), stood(words, now)).and(what(words, entry));
      case Undone.Already(AuditEntry entry, AuditEntry undo) ->
          words.say("undo.already", "" + entry.id(), name(undo.who()), undo.at());
      case Undone.Done(AuditEntry undo, AuditEntry entry) -> what(words, undo);
      case Undone.NotFound ignored -> words.say("undo.unknown", "");
    };
  }
}
