package io.switchboard.conversation.style;

import io.switchboard.chat.Attachment;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Titles;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.QuestionText;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Who answers in conversations as their members chose it, and what their answers used. */
public final class Styles {
  private final Database database;

  public Styles(Database database) {
    this.database = database;
  }

  /** Who answers in it; {@link Style#USUAL} also if it is not the member's. */
  public Style of(ConversationId conversation, MemberId member) {
    return database.read(
        h ->
            h.createQuery(
                    "select c.model, c.persona from conversation c where c.id = :id and "
                        + ConversationTable.THEIRS)
                .bind("id", conversation.value())
                .bind("member", member.value())
                .map((row, c) -> new Style(row.getString("model"), row.getString("persona")))
                .findOne()
                .orElse(Style.USUAL));
  }

  /** Who answers a turn's question, as was chosen for its conversation. */
  public Style of(TurnId turn) {
    return database.read(
        h ->
            h.createQuery(
                    "select c.model, c.persona from conversation c join turn t on"
                        + " t.conversation_id = c.id where t.id = :turn")
                .bind("turn", turn.value())
                .map((row, c) -> new Style(row.getString("model"), row.getString("persona")))
                .findOne()
                .orElse(Style.USUAL));
  }

  /** Chooses who answers in it from now on; false if it is not the member's. */
  public boolean choose(ConversationId conversation, MemberId member, Style style) {
    return database.inTransaction(h -> choose(h, conversation, member, style));
  }

  private static boolean choose(
      Handle h, ConversationId conversation, MemberId member, Style style) {
    return h.createUpdate(
                "update conversation c set model = :model, persona = :persona where c.id = :id and "
                    + ConversationTable.THEIRS)
            .bind("model", style.model())
            .bind("persona", style.persona())
            .bind("id", conversation.value())
            .bind("member", member.value())
            .execute()
        == 1;
  }

  /** What a turn asks was said aloud: now it is its text, and these files are left. */
  public void heard(TurnId turn, String question, List<Attachment> left) {
    database.useTransaction(
        h -> {
          h.createUpdate("update turn set question = :question, attachments = :left where id = :id")
              .bind("question", question.replace("\0", ""))
              .bind("left", QuestionText.writeAttachments(left))
              .bind("id", turn.value())
              .execute();
          String title = Titles.ofQuestion(question);
          h.createUpdate(
                  "update conversation set title = :title where title = '…' and :title <> '' and"
                      + " id = (select t.conversation_id from turn t where t.id = :id)")
              .bind("title", title)
              .bind("id", turn.value())
              .execute();
        });
  }

  /** Keeps what a turn's answer used. */
  public void used(TurnId turn, TurnUse use) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "update turn set tokens_in = :in, tokens_out = :out, model = :model where id ="
                        + " :id")
                .bind("in", use.in())
                .bind("out", use.out())
                .bind("model", use.model())
                .bind("id", turn.value())
                .execute());
  }

  /** What a turn's answer used, once it is whole. */
  public Optional<TurnUse> use(TurnId turn) {
    return database.read(
        h ->
            h.createQuery(
                    "select tokens_in, tokens_out, model from turn where id = :id and model is not"
                        + " null")
                .bind("id", turn.value())
                .map(Styles::use)
                .findOne());
  }

  /** What the newest whole answer to this member's questions used. */
  public Optional<TurnUse> last(MemberId member) {
    return database.read(
        h ->
            h.createQuery(
                    "select tokens_in, tokens_out, model from turn where author_id = :member and"
                        + " model is not null order by id desc limit 1")
                .bind("member", member.value())
                .map(Styles::use)
                .findOne());
  }

  private static TurnUse use(ResultSet row, StatementContext context) throws SQLException {
    return new TurnUse(row.getLong("tokens_in"), row.getLong("tokens_out"), row.getString("model"));
  }
}
