package io.switchboard.answer.made;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Made;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.conversation.wish.PictureWish;
import io.switchboard.markup.Document;
import io.switchboard.queue.request.Claimed;
import java.util.Optional;

/** Has the account draw, and shows the picture. */
public final class DrawPicture {
  private static final int LONGEST_CAPTION = 200;

  private final Accounts accounts;
  private final MakeAndShow making;

  /** By these accounts. */
  public DrawPicture(Accounts accounts, MakeAndShow making) {
    this.accounts = accounts;
    this.making = making;
  }

  /** Draws, shows and finishes. */
  public void run(Claimed request, PictureWish wish, Voice voice) throws InterruptedException {
    making.run(
        request,
        new MakeAndShow.Work(
            account -> draw(account, wish),
            picture -> upload(picture, wish),
            Reply.of(Document.plain(caption(wish))),
            request.replyTo(),
            wish.taken(),
            voice.noPicture()),
        voice);
  }

  private Made draw(Account account, PictureWish wish) throws InterruptedException {
    Optional<Draws> brush =
        account
            .draws()
            .or(() -> accounts.all().stream().flatMap(a -> a.draws().stream()).findFirst());
    return brush.isEmpty()
        ? new Made.Broken(new Failure(Failure.Kind.NO_SUCH_MODEL, "nobody draws", null))
        : brush.get().draw(wish.text());
  }

  private static Upload upload(Made.File picture, PictureWish wish) {
    String ending = picture.type().equals("image/png") ? "png" : "jpg";
    return new Upload(
        Upload.Kind.PICTURE, "picture." + ending, picture.type(), picture.content(), wish.text());
  }

  private static String caption(PictureWish wish) {
    String text = wish.text().replaceAll("\\s+", " ").strip();
    return text.codePointCount(0, text.length()) <= LONGEST_CAPTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_CAPTION)) + "…";
  }
}
