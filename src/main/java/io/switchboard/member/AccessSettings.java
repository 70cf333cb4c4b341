package io.switchboard.member;

import java.util.List;

/**
 * Who gets in. Entries: {@code discord:ID}, {@code telegram:ID}, {@code discord-server:ID}, {@code
 * discord-role:ID}, {@code telegram-chat:ID}, {@code everyone}.
 *
 * @param admins may use the admin commands, and are let in
 * @param allow are let in
 */
public record AccessSettings(List<String> admins, List<String> allow) {
  /** Nobody. */
  public static final AccessSettings DEFAULTS = new AccessSettings(List.of(), List.of());

  public AccessSettings {
    admins = List.copyOf(admins);
    allow = List.copyOf(allow);
  }
}
