package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.Attachment;
import io.switchboard.fake.openai.Script;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions that came with files. */
class AnsweringWithFilesTest {
  private final Booth booth = new Booth(new AnswerSettings("Be brief.", 8_000, 0));

  AnsweringWithFilesTest() {
    booth.openAi.otherwise(Script.answer("Fine."));
  }

  @AfterEach
  void close() {
    booth.close();
  }

  private Attachment text(String name, String content) {
    return booth.wall.file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private Attachment picture(String name, int colour) {
    return booth.wall.file(name, png(colour));
  }

  private static byte[] png(int colour) {
    try {
      BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      image.setRGB(1, 1, colour);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String dataUrl(int colour) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(colour));
  }

  /** All parts of all questions in the last prompt; of pictures, their address. */
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (JsonNode message : booth.openAi.generations().getLast().request().path("messages")) {
      if (message.path("role").asText().equals("user")) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
          asked.add(content.asText());
        }
        content.forEach(part -> asked.add(said(part)));
      }
    }
    return asked;
  }

  private static String said(JsonNode part) {
    return part.path("type").asText().equals("text")
        ? part.path("text").asText()
        : part.path("image_url").path("url").asText();
  }

  @Test
  void aPictureGoesAlong() {
    booth.answer("What is this?", picture("cat.png", 7));
    assertThat(asked()).containsExactly("What is this?", dataUrl(7));
    assertThat(booth.wall.text()).doesNotContain("cat.png");
  }

  @Test
  void aPictureCanBeTheWholeQuestion() {
    booth.answer("", picture("cat.png", 7));
    assertThat(asked()).containsExactly(dataUrl(7));
  }

  @Test
  void aTextStandsInTheQuestionUnderItsName() {
    booth.answer("What is wrong?", text("Main.java", "int a = `1`;\n```\n````\n"));
    assertThat(asked())
        .containsExactly(
            "What is wrong?\n\nFile \"Main.java\":\n`````java\nint a = `1`;\n```\n````\n`````");
    assertThat(booth.lastTurn().question()).isEqualTo("What is wrong?");
  }

  @Test
  void whatIsGoneIsSaidToTheModelAndToThePerson() {
    Attachment lost = text("lost.txt", "x");
    booth.wall.shred(lost);
    booth.answer("Summarize", lost, booth.wall.file("x.bin", new byte[] {0, 1, 2}));
    assertThat(asked().getFirst())
        .contains("[File \"lost.txt\" came with this, but it is not there any more.]")
        .contains("[File \"x.bin\" came with this, but it is neither a picture nor text.]");
    assertThat(booth.wall.text())
        .contains("lost.txt is not there any more; this answer was given without it.")
        .contains("x.bin is neither a picture nor text");
    assertThat(booth.wall.labels()).contains("Try again", "Share");
  }

  @Test
  void aModelThatSeesNothingIsAskedOnceMoreWithoutPicturesAndRemembered() {
    booth.openAi.next(
        Script.refuse(
            400,
            "invalid_request_error",
            "invalid_value",
            "Invalid content type. image_url is only supported by certain models."),
        Script.answer("I cannot tell."));
    booth.answer("What is this?", picture("cat.png", 7));
    assertThat(booth.openAi.generations()).hasSize(2);
    assertThat(asked())
        .containsExactly(
            "What is this?\n\n[Picture \"cat.png\" came with this; you cannot see pictures.]");
    assertThat(booth.wall.text())
        .contains("I cannot tell.")
        .contains("takes no pictures; the answer was given without them");
    assertThat(booth.waits).isEmpty();

    booth.openAi.otherwise(Script.refuse(400, "invalid_request_error", "x", "No."));
    booth.answer("And this?", picture("dog.png", 8));
    assertThat(booth.openAi.generations()).hasSize(3);
    assertThat(booth.wall.text()).contains("refused this question");
  }

  @Test
  void earlierTextStaysAndOfPicturesTheLatestTwo() {
    booth.answer("notes", text("notes.txt", "buy milk"));
    for (int i = 1; i <= 4; i++) {
      booth.answer("picture " + i, picture(i + ".png", i));
    }
    assertThat(asked())
        .containsExactly(
            "notes\n\nFile \"notes.txt\":\n```txt\nbuy milk\n```",
            "picture 1\n\n[File \"1.png\" came with this, and is not shown again.]",
            "picture 2",
            dataUrl(2),
            "picture 3",
            dataUrl(3),
            "picture 4",
            dataUrl(4));
    assertThat(booth.wall.fetched())
        .containsExactly("notes.txt", "1.png", "2.png", "3.png", "4.png");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    booth.answer("first", text("long.txt", "word ".repeat(4_000)));
    booth.answer("second", text("longer.txt", "word ".repeat(5_000)));
    assertThat(asked().getFirst())
        .isEqualTo("first\n\n[File \"long.txt\" came with this, and is not shown again.]");
    assertThat(asked().getLast()).contains("word word").doesNotContain("left out");
  }

  @Test
  void ofATextThatIsTooLongForTheModelTheBeginningIsGiven() {
    booth.answer("What is this?", text("long.txt", "word ".repeat(11_000)));
    String asked = asked().getLast();
    assertThat(asked).contains("```\n[The rest of this file is left out.]");
    assertThat(asked.length()).isBetween(20_000, 45_000);
    assertThat(booth.wall.text()).contains("long.txt is long: only its beginning was read.");
  }

  @Test
  void anotherVariantSeesTheFilesToo() {
    booth.answer("What is this?", picture("cat.png", 7));
    booth.answering.run(booth.again(booth.lastTurn().id()));
    assertThat(asked()).containsExactly("What is this?", dataUrl(7));
  }
}
