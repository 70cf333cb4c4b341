package io.switchboard.conversation.export;

/**
 * What is written between the texts, in the reader's language.
 *
 * @param question over a question whose writer need not be named
 * @param answer over an answer
 * @param files before the names of files
 * @param language as HTML names it
 */
public record Labels(String question, String answer, String files, String language) {
  String asked(Whole.Part part) {
    return part.author().isEmpty() ? question : part.author();
  }
}
