package io.switchboard.relay;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.db.Database;
import io.switchboard.pacing.Outbox;
import io.switchboard.relay.kept.CopyTable;
import io.switchboard.relay.kept.CopyTable.Copy;
import io.switchboard.relay.kept.LinkTable;
import io.switchboard.relay.kept.ToCarry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries over to one place what it lacks. */
final class CarryToPlace {
  /** Numbers of turns become visible in another order than they are given, by moments. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** What the bot itself puts in the place of a message is told as a deletion for a moment. */
  private static final Duration SURELY_GONE = Duration.ofSeconds(3);

  private final Database database;
  private final InstantSource time;
  private final Messengers messengers;
  private final Outbox outbox;
  private final Wording wording;
  private final SayThere saying;

  CarryToPlace(
      Database database,
      InstantSource time,
      Messengers messengers,
      Outbox outbox,
      Wording wording,
      BooleanSupplier ours) {
    this.database = database;
    this.time = time;
    this.messengers = messengers;
    this.outbox = outbox;
    this.wording = wording;
    this.saying = new SayThere(database, outbox, messengers, ours);
  }

  /** Carries all; false if something could not be said now. */
  boolean carry(LinkedPlace to) {
    Instant now = time.instant();
    for (Copy copy :
        database.read(h -> CopyTable.toTakeAway(h, to.place(), now.minus(SURELY_GONE)))) {
      if (!saying.takeAway(copy)) {
        return false;
      }
    }
    List<ToCarry> turns = database.read(h -> ToCarry.to(h, to));
    long settled = 0;
    boolean allBefore = true;
    for (ToCarry turn : turns) {
      if (!carry(turn, to)) {
        return false;
      }
      allBefore &= turn.over() && turn.askedAt().isBefore(now.minus(SETTLED));
      settled = allBefore ? turn.turn().value() : settled;
    }
    long upTo = settled;
    if (upTo > 0) {
      database.useTransaction(h -> LinkTable.carried(h, to.place(), upTo));
    }
    return true;
  }

  private boolean carry(ToCarry turn, LinkedPlace to) {
    Map<String, Copy> there =
        database.read(h -> CopyTable.of(h, List.of(turn.turn().value()), to.place())).stream()
            .collect(Collectors.toMap(Copy::what, Function.identity()));
    if (!turn.again() && !question(turn, to, there)) {
      return false;
    }
    if (turn.answer().isBlank() || done(there, CopyTable.ANSWER)) {
      return true;
    }
    Copy copy = begun(there, turn, to, CopyTable.ANSWER);
    return saying.say(copy, wording.answer(turn), wording.buttons(turn, to));
  }

  private boolean question(ToCarry turn, LinkedPlace to, Map<String, Copy> there) {
    if (done(there, CopyTable.QUESTION)) {
      return files(turn, to, there);
    }
    Copy copy = begun(there, turn, to, CopyTable.QUESTION);
    MessageId source = turn.askedBy();
    if (source != null && database.read(h -> CopyTable.isGone(h, source))) {
      filesToo(turn, to, there);
      saying.nothing(copy);
      return true;
    }
    Optional<Copy> before =
        source == null || !copy.messages().isEmpty()
            ? Optional.empty()
            : database.read(h -> CopyTable.ofSource(h, source, to.place()));
    LinkedPlace from = from(turn, to);
    if (before.isPresent()) {
      filesToo(turn, to, there);
      return saying.change(before.get(), copy, wording.question(turn, from));
    }
    return saying.say(copy, wording.question(turn, from), List.of()) && files(turn, to, there);
  }

  /** Its files are there already, or are not to be. */
  private void filesToo(ToCarry turn, LinkedPlace to, Map<String, Copy> there) {
    for (int i = 0; i < turn.files().size(); i++) {
      saying.nothing(begun(there, turn, to, CopyTable.FILE + i));
    }
  }

  private boolean files(ToCarry turn, LinkedPlace to, Map<String, Copy> there) {
    for (int i = 0; i < turn.files().size(); i++) {
      String what = CopyTable.FILE + i;
      if (!done(there, what) && !file(begun(there, turn, to, what), turn, to, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean file(Copy copy, ToCarry turn, LinkedPlace to, int number) {
    Attachment file = turn.files().get(number);
    Upload.Kind kind = kind(file.type());
    Optional<Uploads> uploads = outbox.uploads(to.place());
    boolean given = messengers.of(file.platform()).orElse(null) instanceof Files;
    if (uploads.isPresent() && given) {
      Files files = (Files) messengers.of(file.platform()).orElseThrow();
      switch (files.fetch(file, uploads.get().mostBytes(kind))) {
        case Fetched.Whole(byte[] content) -> {
          Upload upload = new Upload(kind, file.name(), file.type(), content, "");
          return saying.give(copy, upload, wording.file(turn, file.name()));
        }
        case Fetched.Failed _ -> {
          return false;
        }
        case Fetched.TooLarge _, Fetched.Gone _ -> {
          // It is told where it is.
        }
      }
    }
    return saying.say(copy, wording.noFile(turn, file.name(), from(turn, to), to), List.of());
  }

  private static Upload.Kind kind(String type) {
    String plain = type.toLowerCase(Locale.ROOT);
    if (plain.startsWith("image/png") || plain.startsWith("image/jpeg")) {
      return Upload.Kind.PICTURE;
    }
    if (plain.startsWith("audio/ogg")) {
      return Upload.Kind.VOICE;
    }
    return plain.startsWith("audio/") ? Upload.Kind.AUDIO : Upload.Kind.DOCUMENT;
  }

  private static boolean done(Map<String, Copy> there, String what) {
    Copy copy = there.get(what);
    return copy != null && copy.done();
  }

  private static Copy begun(Map<String, Copy> there, ToCarry turn, LinkedPlace to, String what) {
    return there.getOrDefault(what, Copy.begun(turn.turn(), to.place(), what, turn.askedBy()));
  }

  private LinkedPlace from(ToCarry turn, LinkedPlace to) {
    return database
        .read(h -> LinkTable.find(h, turn.from()))
        .orElseGet(() -> new LinkedPlace(turn.from(), to.home(), "", to.language(), 0));
  }
}
