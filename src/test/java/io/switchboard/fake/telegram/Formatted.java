package io.switchboard.fake.telegram;

import java.util.List;

/** A text as a person sees it, and how it is formatted. */
record Formatted(String text, List<Entity> entities) {}
