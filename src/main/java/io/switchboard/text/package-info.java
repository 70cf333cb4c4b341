/**
 * What people read, in English, 简体中文, 繁體中文 and 한국어.
 *
 * <p>One file a language under {@code resources/text}, UTF-8, one section a room, each key in all
 * four with the same placeholders (a test holds that, and that no key is missing or unused).
 * Messages are {@link java.text.MessageFormat}s: {@code {0}}, {@code {0,number}}, {@code
 * {0,choice,…}}. Write ’ and not the ASCII apostrophe, which means something else there. What is
 * shown in a chat is Markdown: what a person or a model has written is filled in after it is read,
 * by {@code markup.fill.Filled}.
 */
@NullMarked
package io.switchboard.text;

import org.jspecify.annotations.NullMarked;
