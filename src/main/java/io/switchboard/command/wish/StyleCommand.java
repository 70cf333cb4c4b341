package io.switchboard.command.wish;

/** Who is to answer in one's conversation here. */
public sealed interface StyleCommand extends Command {
  /** Another model; a choice of them if none is named. */
  record Model(String name) implements StyleCommand {}

  /** Another persona; a choice of them if none is named. */
  record Persona(String name) implements StyleCommand {}
}
