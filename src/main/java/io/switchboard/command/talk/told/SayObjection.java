package io.switchboard.command.talk.told;

import io.switchboard.attachment.Objection;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;

/** Why a question's files are not taken, in words. */
public final class SayObjection {
  private static final double MEGABYTE = 1_000_000;

  private SayObjection() {}

  public static Document of(Words words, Objection objection) {
    return switch (objection) {
      case Objection.TooMany(int count, int allowed) when allowed == 0 ->
          words.say("ask.files.none");
      case Objection.TooMany(int count, int allowed) ->
          words.say("ask.files.too-many", count, allowed);
      case Objection.TooLarge(String name, long bytes, long allowed) ->
          words.say("ask.files.too-large", name, upwards(bytes), downwards(allowed));
      case Objection.TooLong(String name, int allowed) ->
          words.say("ask.files.too-long", name, allowed);
      case Objection.WrongKind(String name) -> words.say("ask.files.kind", name);
      case Objection.Unheard() -> words.say("ask.files.unheard");
    };
  }

  private static double upwards(long bytes) {
    return Math.ceil(bytes / MEGABYTE * 10) / 10;
  }

  private static double downwards(long bytes) {
    double tenths = Math.floor(bytes / MEGABYTE * 10) / 10;
    return tenths > 0 ? tenths : bytes / MEGABYTE;
  }
}
