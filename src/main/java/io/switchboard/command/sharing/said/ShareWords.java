package io.switchboard.command.sharing.said;

import io.switchboard.command.visit.Words;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.Readers;
import io.switchboard.share.Visibility;
import java.util.ArrayList;
import java.util.List;

/** What is said of shares in more than one place. */
public final class ShareWords {
  private ShareWords() {}

  /** Who reads it, how often, and under which name. */
  public static Document readers(Words words, Readers readers) {
    Document who =
        switch (readers.visibility()) {
          case PRIVATE -> words.say("share.who.private");
          case MEMBERS -> words.say("share.who.members");
          case PUBLIC -> words.say("share.who.public");
          case HISTORY -> words.say("share.who.history");
        };
    String name = readers.name();
    Integer opens = readers.opens();
    Document sign = name == null ? words.say("share.sign.no") : words.say("share.sign.yes", name);
    Document often = opens == null ? new Document(List.of()) : words.say("share.opens", opens);
    Document locked = readers.password() ? words.say("share.locked") : new Document(List.of());
    return joined(List.of(who, sign, often, locked));
  }

  /** The name of the button that lets these read it. */
  public static String button(Words words, Visibility visibility) {
    return switch (visibility) {
      case PRIVATE -> words.label("share.button.private");
      case MEMBERS -> words.label("share.button.members");
      case PUBLIC -> words.label("share.button.public");
      case HISTORY -> words.label("share.button.history");
    };
  }

  /** Sentences as one paragraph. */
  public static Document joined(List<Document> sentences) {
    ArrayList<Inline> all = new ArrayList<>();
    for (Document sentence : sentences) {
      for (Block block : sentence.blocks()) {
        if (block instanceof Block.Paragraph(List<Inline> text)) {
          if (!all.isEmpty()) {
            all.add(new Inline.Text(" "));
          }
          all.addAll(text);
        }
      }
    }
    return new Document(List.of(new Block.Paragraph(all)));
  }
}
