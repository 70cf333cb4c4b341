package io.switchboard.answer.enclosed;

import io.switchboard.account.Prompt.Message;
import io.switchboard.account.Prompt.Picture;
import io.switchboard.account.Prompt.Role;
import io.switchboard.attachment.OpenAttachments;
import io.switchboard.attachment.Opened;
import io.switchboard.chat.Attachment;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Questions with their files, for one request: each file is opened once, when it is needed first,
 * however often the account is asked. Used by one thread.
 */
public final class Enclosures {
  private final OpenAttachments opening;
  private final Map<TurnId, List<Attachment>> attachments;
  private final Map<TurnId, List<Opened>> opened = new HashMap<>();
  private final Set<TurnId> shortened = new HashSet<>();
  private boolean blind;

  /**
   * @param attachments of all questions that have any
   */
  public Enclosures(OpenAttachments opening, Map<TurnId, List<Attachment>> attachments) {
    this.opening = opening;
    this.attachments = Map.copyOf(attachments);
  }

  /** From now on no pictures are given: this model takes none. */
  public void withoutPictures() {
    blind = true;
  }

  /** Whether the model was found to take no pictures. */
  public boolean blind() {
    return blind;
  }

  /** Whether files came with this question. */
  public boolean with(Turn turn) {
    return attachments.containsKey(turn.id());
  }

  /** The question with its files only named. */
  public Message named(Turn turn) {
    List<String> parts = new ArrayList<>(List.of(turn.question()));
    for (Attachment attachment : attachments.getOrDefault(turn.id(), List.of())) {
      parts.add(FileText.named(OpenAttachments.shownName(attachment)));
    }
    return Message.of(Role.USER, joined(parts));
  }

  /** The question with all its files. */
  public Message whole(Turn turn) throws InterruptedException {
    return part(turn, 1, true);
  }

  /**
   * The question with less of its files.
   *
   * @param share of each text, at most 1
   * @param pictures whether to give them, or to name them
   */
  public Message part(Turn turn, double share, boolean pictures) throws InterruptedException {
    if (share < 1) {
      shortened.add(turn.id());
    }
    List<String> parts = new ArrayList<>(List.of(turn.question()));
    List<Picture> shown = new ArrayList<>();
    for (Opened file : opened(turn)) {
      switch (file) {
        case Opened.Text text ->
            parts.add(FileText.whole(text, (int) (text.text().length() * share)));
        case Opened.Sound sound -> parts.add(FileText.unheard(sound.name()));
        case Opened.Unreadable unreadable -> parts.add(FileText.unreadable(unreadable));
        case Opened.Picture picture when blind -> parts.add(FileText.unseen(picture.name()));
        case Opened.Picture picture when pictures ->
            shown.add(new Picture(picture.type(), picture.base64()));
        case Opened.Picture picture -> parts.add(FileText.named(picture.name()));
      }
    }
    return new Message(Role.USER, joined(parts), shown);
  }

  /**
   * The files of a question as they were given; a text also is cut if the model's window cut it.
   */
  public List<Opened> given(Turn turn) throws InterruptedException {
    boolean cut = shortened.contains(turn.id());
    return opened(turn).stream()
        .map(
            file ->
                file instanceof Opened.Text text && cut
                    ? new Opened.Text(text.name(), text.text(), true)
                    : file)
        .toList();
  }

  private List<Opened> opened(Turn turn) throws InterruptedException {
    List<Opened> known = opened.get(turn.id());
    if (known == null) {
      known = opening.all(attachments.getOrDefault(turn.id(), List.of()));
      opened.put(turn.id(), known);
    }
    return known;
  }

  private static String joined(List<String> parts) {
    return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
  }
}
