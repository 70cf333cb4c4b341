package io.switchboard.attachment;

import io.switchboard.attachment.Opened.Reason;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches files from where they were sent and finds out what they are. Safe for threads. */
public final class OpenAttachments {
  private static final Logger log = LoggerFactory.getLogger(OpenAttachments.class);

  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 500;
  private static final int LONGEST_NAME = 100;

  private final Messengers messengers;
  private final AttachmentSettings settings;
  private final OpenedLately lately = new OpenedLately();

  public OpenAttachments(Messengers messengers, AttachmentSettings settings) {
    this.messengers = messengers;
    this.settings = settings;
  }

  /**
   * Opens the files of one question, in their order. Blocks while they are fetched; tries again
   * what failed.
   *
   * @throws InterruptedException if the thread is
   */
  public List<Opened> all(List<Attachment> attachments) throws InterruptedException {
    List<Opened> all = new ArrayList<>();
    int characters = settings.textCharacters();
    for (Attachment attachment : attachments) {
      Opened opened = one(attachment);
      if (opened instanceof Opened.Text text) {
        Opened.Text part = beginning(text, characters);
        characters -= part.text().length();
        opened = part;
      }
      all.add(opened);
    }
    return List.copyOf(all);
  }

  private Opened one(Attachment attachment) throws InterruptedException {
    Optional<Opened> known = lately.find(attachment.reference());
    if (known.isPresent()) {
      return known.get();
    }
    String name = shownName(attachment);
    return switch (fetch(attachment)) {
      case Fetched.Whole(byte[] content) -> {
        Opened opened = open(name, content);
        lately.keep(attachment.reference(), opened);
        yield opened;
      }
      case Fetched.TooLarge() -> new Opened.Unreadable(name, Reason.TOO_LARGE);
      case Fetched.Gone(String why) -> {
        log.info("a file is gone: {}", why);
        yield new Opened.Unreadable(name, Reason.GONE);
      }
      case Fetched.Failed(String why) -> {
        log.warn("a file could not be fetched: {}", why);
        yield new Opened.Unreadable(name, Reason.FAILED);
      }
    };
  }

  private Fetched fetch(Attachment attachment) throws InterruptedException {
    Messenger platform = messengers.of(attachment.platform()).orElse(null);
    if (!(platform instanceof Files files)) {
      return new Fetched.Gone("its platform is switched off");
    }
    Fetched fetched = files.fetch(attachment, settings.bytes());
    for (int again = 1; again < TRIES && fetched instanceof Fetched.Failed; again++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS << again);
      fetched = files.fetch(attachment, settings.bytes());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return fetched;
  }

  /** Whether a file is said to be something that somebody says. */
  public static boolean isSound(Attachment attachment) {
    return Claim.of(attachment) == Claim.SOUND;
  }

  private Opened open(String name, byte[] content) {
    Optional<String> picture = Signature.pictureType(content);
    if (picture.isPresent()) {
      return ShrinkPicture.of(content, picture.get())
          .<Opened>map(it -> new Opened.Picture(name, picture.get(), base64(it)))
          .orElseGet(() -> new Opened.Unreadable(name, Reason.TOO_LARGE));
    }
    Optional<String> sound = Signature.soundType(content);
    if (sound.isPresent()) {
      return new Opened.Sound(name, sound.get(), content);
    }
    return PlainContent.of(content)
        .<Opened>map(
            text -> beginning(new Opened.Text(name, text, false), settings.textCharacters()))
        .orElseGet(() -> new Opened.Unreadable(name, Reason.WRONG_KIND));
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }

  private static Opened.Text beginning(Opened.Text text, int characters) {
    String all = text.text();
    if (all.length() <= characters) {
      return text;
    }
    boolean pair = characters > 0 && Character.isHighSurrogate(all.charAt(characters - 1));
    return new Opened.Text(text.name(), all.substring(0, characters - (pair ? 1 : 0)), true);
  }

  /** What its sender called a file, in one line without anything that acts. */
  public static String shownName(Attachment attachment) {
    String line = attachment.name().replaceAll("[\\p{Cntrl}\\p{Cf}`\"\\s]+", " ").strip();
    return line.isEmpty()
        ? "file"
        : line.codePointCount(0, line.length()) <= LONGEST_NAME
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }
}
