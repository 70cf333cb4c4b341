package io.switchboard.chat.event;

/**
 * A form with one field.
 *
 * @param title at most 45 characters, the tightest platform's bound
 * @param label of the field, at most 45 characters
 * @param most so many characters may be written
 */
public record Form(String title, String label, int most) {}
