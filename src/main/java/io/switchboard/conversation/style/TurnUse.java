package io.switchboard.conversation.style;

/**
 * What a turn's answer used.
 *
 * @param in tokens of the prompt
 * @param out tokens of the answer
 * @param model which gave it
 */
public record TurnUse(long in, long out, String model) {}
