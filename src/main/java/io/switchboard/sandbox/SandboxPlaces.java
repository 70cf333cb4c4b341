package io.switchboard.sandbox;

import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.Place.Kind;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where one can write in the sandbox, and how fast the bot may. */
final class SandboxPlaces {
  static final PlaceId DISCORD = new PlaceId("sandbox:discord");
  static final PlaceId TELEGRAM = new PlaceId("sandbox:telegram");
  static final PlaceId COMMUNITY = new PlaceId("sandbox:community");

  static final PlaceId STAFF = new PlaceId("sandbox:staff");

  /** The staff's channel in the configuration's words. */
  static final String STAFF_CHANNEL = "sandbox-channel:staff";

  /** The community channel in the configuration's words. */
  static final String COMMUNITY_CHANNEL = "sandbox-channel:community";

  private static final String THREAD = "sandbox:thread/";
  private static final String PRIVATE = "sandbox:private/";

  private SandboxPlaces() {}

  static PlaceId thread(long message) {
    return new PlaceId(THREAD + message);
  }

  /** The message that a thread stands under; empty if it is no thread. */
  static Optional<Long> threadOf(PlaceId place) {
    String rest = place.value().startsWith(THREAD) ? place.value().substring(THREAD.length()) : "";
    return rest.matches("\\d{1,18}") ? Optional.of(Long.parseLong(rest)) : Optional.empty();
  }

  /** The place as that person sees it; empty if there is none, or it is somebody else's. */
  static Optional<Place> seenBy(Person person, PlaceId id) {
    if (id.equals(DISCORD)) {
      return Optional.of(new Place(id, Kind.GROUP, "general", List.of("sandbox-channel:discord")));
    }
    if (id.equals(TELEGRAM)) {
      return Optional.of(
          new Place(id, Kind.GROUP, "Switchboard friends", List.of("sandbox-chat:telegram")));
    }
    if (id.equals(COMMUNITY)) {
      return Optional.of(new Place(id, Kind.GROUP, "community", List.of(COMMUNITY_CHANNEL)));
    }
    if (id.equals(STAFF) && person.roles().contains(SandboxPeople.ADMIN)) {
      return Optional.of(new Place(id, Kind.GROUP, "staff", List.of(STAFF_CHANNEL)));
    }
    if (id.equals(SandboxPeople.privateChat(person))) {
      return Optional.of(new Place(id, Kind.PRIVATE, "", List.of()));
    }
    return threadOf(id)
        .map(
            message ->
                new Place(
                    id,
                    Kind.THREAD,
                    "thread",
                    List.of("sandbox-channel:" + message, "sandbox-channel:discord")));
  }

  /** The place that the configuration calls so, if it is one. */
  static Optional<PlaceId> named(String words) {
    return switch (words) {
      case COMMUNITY_CHANNEL -> Optional.of(COMMUNITY);
      case STAFF_CHANNEL -> Optional.of(STAFF);
      default -> Optional.empty();
    };
  }

  /** What people call the place that the configuration calls so, if it is one. */
  static Optional<String> title(String words) {
    return switch (words) {
      case "sandbox-channel:discord" -> Optional.of("#general");
      case "sandbox-chat:telegram" -> Optional.of("Switchboard friends");
      case COMMUNITY_CHANNEL -> Optional.of("#community");
      case STAFF_CHANNEL -> Optional.of("#staff");
      default -> Optional.empty();
    };
  }

  /** Whether there is such a place at all, whoever may see it. */
  static boolean exists(PlaceId id) {
    return SandboxPeople.all().stream().anyMatch(person -> seenBy(person, id).isPresent());
  }

  /** Whether what is said there is meant for the bot, whoever it names. */
  static boolean meansTheBot(Place place) {
    return place.kind() != Kind.GROUP;
  }

  /**
   * As the platforms they are like: Discord takes 5 calls in 5 s in a channel, Telegram 1 a second
   * and 20 a minute in a group. A private chat is wider, since it is where one looks first.
   */
  static List<Rate> rates(PlaceId id) {
    String bucket = id.value();
    if (id.equals(TELEGRAM)) {
      return List.of(
          new Rate(bucket, 1, Duration.ofSeconds(1)),
          new Rate(bucket + "/minute", 20, Duration.ofMinutes(1)));
    }
    if (id.value().startsWith(PRIVATE)) {
      return List.of(new Rate(bucket, 5, Duration.ofSeconds(1)));
    }
    return List.of(new Rate(bucket, 5, Duration.ofSeconds(5)));
  }
}
