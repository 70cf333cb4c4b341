package io.switchboard.attachment;

import io.switchboard.chat.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at what is claimed of a question's files, before it is queued. */
public final class CheckClaims {
  /** What a file of text may have more than is read of it, and be taken all the same. */
  private static final int BYTES_A_CHARACTER = 4;

  /** About what a picture costs, whatever its size: models look at it scaled down. */
  private static final int PICTURE_TOKENS = 1_000;

  private static final int BYTES_A_TOKEN = 3;

  private final AttachmentSettings settings;
  private final BooleanSupplier hears;

  /**
   * @param hears whether there is an account that can write down what is said
   */
  public CheckClaims(AttachmentSettings settings, BooleanSupplier hears) {
    this.settings = settings;
    this.hears = hears;
  }

  /** How many of these are said aloud. */
  public int sounds(List<Attachment> attachments) {
    return (int) attachments.stream().filter(OpenAttachments::isSound).count();
  }

  /** The first reason not to take them, if there is one. */
  public Optional<Objection> objection(List<Attachment> attachments) {
    if (attachments.size() > settings.count()) {
      return Optional.of(new Objection.TooMany(attachments.size(), settings.count()));
    }
    return attachments.stream().flatMap(a -> objection(a).stream()).findFirst();
  }

  private Optional<Objection> objection(Attachment it) {
    Claim claim = Claim.of(it);
    if (claim == Claim.SOUND && !hears.getAsBoolean()) {
      return Optional.of(new Objection.Unheard());
    }
    if (claim == Claim.OTHER) {
      return Optional.of(new Objection.WrongKind(it.name()));
    }
    if (it.bytes() > settings.bytes()) {
      return Optional.of(new Objection.TooLarge(it.name(), it.bytes(), settings.bytes()));
    }
    long longest = (long) settings.textCharacters() * BYTES_A_CHARACTER;
    return claim == Claim.TEXT && it.bytes() > longest
        ? Optional.of(new Objection.TooLong(it.name(), settings.textCharacters()))
        : Optional.empty();
  }

  /** About how many tokens they will cost, for a reservation. */
  public int tokens(List<Attachment> attachments) {
    long tokens = 0;
    for (Attachment it : attachments) {
      tokens +=
          Claim.of(it) == Claim.PICTURE || Claim.of(it) == Claim.SOUND
              ? PICTURE_TOKENS
              : Math.min(it.bytes(), settings.textCharacters()) / BYTES_A_TOKEN;
    }
    return (int) Math.min(tokens, Integer.MAX_VALUE);
  }
}
