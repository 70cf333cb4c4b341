package io.switchboard.answer.made;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.media.Made;
import io.switchboard.account.media.Speaks;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.Destination;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.wish.SpokenWish;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.SpokenText;
import io.switchboard.queue.request.Claimed;
import java.util.List;
import java.util.Optional;

/** Has the account read an answer aloud, and shows it as a voice message. */
public final class ReadAloud {
  private final Accounts accounts;
  private final Conversations conversations;
  private final MakeAndShow making;

  /** By these accounts. */
  public ReadAloud(Accounts accounts, Conversations conversations, MakeAndShow making) {
    this.accounts = accounts;
    this.conversations = conversations;
    this.making = making;
  }

  /** Reads, shows and finishes. */
  public void run(Claimed request, SpokenWish wish, Voice voice) throws InterruptedException {
    String answer =
        conversations.turn(wish.turn(), request.asker().member()).map(Turn::answer).orElse("");
    String text = SpokenText.of(Markdown.parse(answer), voice.leftOut(), Speaks.LONGEST);
    making.run(
        request,
        new MakeAndShow.Work(
            account -> speak(account, text),
            ReadAloud::upload,
            Reply.of(new Document(List.of())),
            // A voice message is a message of its own; a press is owed none.
            Destination.in(request.replyTo().place()),
            wish.taken(),
            voice.noSound()),
        voice);
  }

  private Made speak(Account account, String text) throws InterruptedException {
    Optional<Speaks> mouth =
        account
            .speaks()
            .or(() -> accounts.all().stream().flatMap(a -> a.speaks().stream()).findFirst());
    if (mouth.isEmpty()) {
      return new Made.Broken(new Failure(Failure.Kind.NO_SUCH_MODEL, "nobody speaks", null));
    }
    return text.isBlank()
        ? new Made.Broken(new Failure(Failure.Kind.REFUSED, "nothing to be read", null))
        : mouth.get().speak(text);
  }

  private static Upload upload(Made.File sound) {
    String ending =
        switch (sound.type()) {
          case "audio/ogg" -> "ogg";
          case "audio/wav" -> "wav";
          default -> "mp3";
        };
    Upload.Kind kind = ending.equals("ogg") ? Upload.Kind.VOICE : Upload.Kind.AUDIO;
    return new Upload(kind, "answer." + ending, sound.type(), sound.content(), "");
  }
}
