package io.switchboard.chat.event;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import java.time.Instant;

/**
 * Where an event came from.
 *
 * @param key the same for every delivery of the same platform event, and no other: {@code
 *     telegram:update/55}
 * @param at when the platform says that it happened
 */
public record Origin(String key, Place place, Person sender, Destination replyTo, Instant at) {}
