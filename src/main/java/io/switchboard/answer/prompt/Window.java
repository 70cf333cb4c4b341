package io.switchboard.answer.prompt;

/**
 * What a prompt must fit.
 *
 * @param model in whose encoding its tokens are counted
 * @param tokens so many; the question alone may be more
 */
public record Window(String model, long tokens) {}
