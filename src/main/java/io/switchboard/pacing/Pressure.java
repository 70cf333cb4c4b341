package io.switchboard.pacing;

/**
 * How near a platform's budgets are to their end.
 *
 * @param waiting calls that wait for a slot
 * @param left of the budget that is nearest to its end, the part that may be spent now, 0 to 1
 */
public record Pressure(int waiting, double left) {}
