package io.switchboard.account;

/**
 * What an answer used.
 *
 * @param counted whether the server said so; else it is our estimate
 */
public record TokenUse(long in, long out, boolean counted) {}
