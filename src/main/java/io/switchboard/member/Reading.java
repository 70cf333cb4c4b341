package io.switchboard.member;

import io.switchboard.chat.PersonId;
import java.util.Locale;

/**
 * What somebody reads.
 *
 * @param speaks in which language to speak to them
 * @param platform what the platform of this account says
 */
public record Reading(PersonId person, Locale speaks, Locale platform) {}
