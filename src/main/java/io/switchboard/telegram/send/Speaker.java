package io.switchboard.telegram.send;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Prompt;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.api.Feature;
import io.switchboard.telegram.sent.LookBehind;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/** Sends, edits and deletes. */
public final class Speaker {
  private final BotApi api;
  private final Forms forms;
  private final Map<Long, Long> moved = new ConcurrentHashMap<>();
  private final LookBehind sent;
  private final Feature drafts;

  /** Speaks by these calls. */
  public Speaker(BotApi api, Forms forms, LookBehind sent, InstantSource clock) {
    this.drafts = new Feature(clock);
    this.api = api;
    this.forms = forms;
    this.sent = sent;
  }

  /** Sends into a place, in reply to the message that the handle numbers, if it does. */
  public Delivery send(Destination to, Reply reply) {
    ChatAddress where = ChatAddress.of(to.place());
    return say(where, to.handle().isEmpty() ? 0 : Integer.parseInt(to.handle()), reply);
  }

  /** Sends into a chat; what opens no reply there, as in a channel, has buttons instead. */
  public Delivery say(ChatAddress where, int replyTo, Reply reply) {
    Prompt prompt = reply.prompt();
    if (prompt == null) {
      return say(where, replyTo, reply, Keyboard.of(reply.buttons()), form -> form);
    }
    Delivery asked =
        say(
            where,
            replyTo,
            reply,
            Optional.of(Asking.keyboard(where, prompt)),
            form -> Asking.named(where, prompt, form));
    return asked instanceof Delivery.Gone
        ? say(where, replyTo, reply, Keyboard.of(reply.buttons()), form -> form)
        : asked;
  }

  private Delivery say(
      ChatAddress where,
      int replyTo,
      Reply reply,
      Optional<? extends ReplyKeyboard> keyboard,
      UnaryOperator<Form> changed) {
    Document body = body(reply);
    ChatAddress[] last = {where};
    Answer answer =
        inSomeForm(
            body,
            form ->
                following(
                    where,
                    there -> {
                      last[0] = there;
                      int to = there.equals(where) ? replyTo : 0;
                      return api.ask(Calls.send(there, to, changed.apply(form), keyboard));
                    }));
    sent.note(last[0], answer, reply.buttons());
    return Deliveries.ofSend(answer, last[0]);
  }

  /** Changes what a message shows. */
  public Delivery edit(MessageId message, Reply reply) {
    int number = ChatAddress.number(message);
    Document body = body(reply);
    Answer answer =
        inSomeForm(
            body,
            form ->
                api.ask(
                    Calls.edit(
                        ChatAddress.of(message), number, form, Keyboard.of(reply.buttons()))));
    if (answer instanceof Answer.Refused refused && refused.says("no text in the message")) {
      answer =
          Captions.inSomeForm(
              body,
              form ->
                  api.ask(
                      Calls.caption(
                          ChatAddress.of(message), number, form, Keyboard.of(reply.buttons()))));
    }
    Delivery delivery = Deliveries.ofChange(answer, message);
    if (delivery instanceof Delivery.Delivered) {
      sent.note(message, reply.buttons());
    }
    return delivery;
  }

  /** Whether one message takes it, with the links that cannot be buttons. */
  public boolean fits(Reply reply) {
    return forms.cut(Keyboard.withLinks(reply.body(), reply.buttons())).size() == 1;
  }

  private Document body(Reply reply) {
    return forms.fitting(reply.body(), Keyboard.withLinks(reply.body(), reply.buttons()));
  }

  /** Whether drafts can be shown there, as far as is known. */
  public boolean drafts(ChatAddress where) {
    return where.isPrivate() && drafts.isThere();
  }

  /**
   * Shows a draft.
   *
   * @return whether it is shown
   */
  public boolean draft(ChatAddress where, long draftId, Document body) {
    if (!drafts(where)) {
      return false;
    }
    int id = Math.floorMod(Long.hashCode(draftId), Integer.MAX_VALUE - 1) + 1;
    boolean nothingYet = body.blocks().isEmpty(); // shown as thinking
    Answer answer =
        nothingYet
            ? api.ask(Calls.draft(where, id, new Form.Plain("")))
            : inSomeForm(body, form -> api.ask(Calls.draft(where, id, form)));
    var _ = drafts.isMissing(answer);
    return answer instanceof Answer.Done;
  }

  /** Shows for some seconds that something is on its way. */
  public void typing(ChatAddress where) {
    SendChatAction call =
        SendChatAction.builder().chatId(String.valueOf(where.chat())).action("typing").build();
    call.setMessageThreadId(where.topic() == 0 ? null : where.topic());
    api.andForget(call);
  }

  /** Takes a message away. */
  public Delivery delete(MessageId message) {
    ChatAddress where = ChatAddress.of(message);
    Answer answer =
        api.ask(
            DeleteMessage.builder()
                .chatId(where.chat())
                .messageId(ChatAddress.number(message))
                .build());
    return Deliveries.ofDeletion(answer, message);
  }

  /** The best form that is not refused for being what it is. */
  private Answer inSomeForm(Document body, Function<Form, Answer> call) {
    Answer answer = new Answer.Silent("nothing was tried");
    for (Form form : forms.of(body)) {
      answer = call.apply(form);
      if (answer instanceof Answer.Done) {
        forms.taken(form);
      }
      boolean plainer =
          answer instanceof Answer.Refused refused && forms.refusedAsSuch(form, refused);
      if (!plainer) {
        return answer;
      }
    }
    return answer;
  }

  /** A message that was sent is remembered, with the buttons under it. */
  void note(ChatAddress where, Answer answer, List<List<Button>> buttons) {
    sent.note(where, answer, buttons);
  }

  /** Calls there, or where the group has moved to, which is remembered. */
  Answer following(ChatAddress where, Function<ChatAddress, Answer> call) {
    Long known = moved.get(where.chat());
    Answer answer = call.apply(known == null ? where : new ChatAddress(known, 0));
    if (answer instanceof Answer.Refused refused && refused.movedTo().isPresent()) {
      long to = refused.movedTo().get();
      moved.put(where.chat(), to);
      return call.apply(new ChatAddress(to, 0));
    }
    return answer;
  }
}
