package io.switchboard.persona;

/**
 * Somebody the model can be told to be.
 *
 * @param name of its file, without the ending; what people type
 * @param title as people read it
 * @param about in a few words, for people; may be empty
 * @param text what the model is told
 */
public record Persona(String name, String title, String about, String text) {}
