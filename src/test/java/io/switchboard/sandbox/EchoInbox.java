package io.switchboard.sandbox;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Answers with what it heard, word by word. */
final class EchoInbox implements Inbox {
  private static final String SHOW =
      """
      ## What you can expect

      A **switchboard** joins one line with another. This one joins *you* with a model that a \
      whole group shares, and ends every link [on time](https://example.org).

      | Room | Knows | Cost |
      |:-----|:------|-----:|
      | queue | who is next | 0.25 |
      | share | what was meant to be seen | 12.00 |

      ```java
      // Fair: whoever has had the least goes next.
      record Claim(long id, Instant at) {
        boolean due(InstantSource time) {
          return at.isBefore(time.instant()); // "never" early
        }
      }
      ```

      - [x] one account
      - [ ] nobody starves
        1. first
        2. second

      > Exactly what I meant, for as long as I meant it.

      Euler: $e^{i\\pi} + 1 = 0$, and

      $$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$

      中文、한국어 and العربية stand here as well.
      """;

  final Queue<Incoming> heard = new ConcurrentLinkedQueue<>();
  final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final SandboxPlatform platform;
  private final Duration pace;

  EchoInbox(SandboxPlatform platform, Duration pace) {
    this.platform = platform;
    this.pace = pace;
  }

  @Override
  public void receive(Incoming incoming) {
    if (!keys.add(incoming.origin().key())) {
      return;
    }
    heard.add(incoming);
    Thread.ofVirtual().start(() -> answer(incoming));
  }

  @Override
  public void react(Reaction reaction) {
    reactions.add(reaction);
  }

  private void answer(Incoming incoming) {
    switch (incoming) {
      case IncomingMessage message when message.addressed() -> {
        String text = message.text();
        stream(
            incoming,
            text.contains("table") || text.contains("code") ? SHOW : "You said: **" + text + "**");
      }
      case IncomingMessage message -> {}
      case IncomingEdit edit -> {}
      case IncomingCommand command when command.name().equals("thread") ->
          platform.open(
              new MessageId(incoming.origin().replyTo().handle().split(" ", 2)[0]),
              "A thread about " + command.arguments());
      case IncomingCommand command when command.name().equals("share") -> {
        send(
            incoming,
            Reply.of(
                    Markdown.parse(
                        "**Ready to share** *What is a switchboard?*\n\nThis is what others will"
                            + " see. Nothing has gone out yet."))
                .with(
                    List.of(
                        List.of(
                            new Button.Link("Look at it", "https://example.org/s/preview"),
                            new Button.Press("Share for 7 days", "share:1"),
                            new Button.Press("Cancel", "discard:1"))))
                .onlyForAsker());
      }
      case IncomingCommand command ->
          send(
              incoming,
              Reply.of(
                      Markdown.parse(
                          "`/" + command.name() + "` with `" + command.arguments() + "`"))
                  .onlyForAsker());
      case ButtonPress press -> {
        platform.edit(
            press.message(), Reply.of(Document.plain("Pressed " + press.action())).onlyForAsker());
        platform.post(
            SandboxPlaces.COMMUNITY_CHANNEL,
            new Post(
                "What is a switchboard?",
                Reply.of(Markdown.parse("A board that joins lines. Ends **in 7 days**."))
                    .with(List.of(List.of(new Button.Link("Read", "https://example.org/s/x")))),
                List.of()),
            UUID.randomUUID().toString());
      }
    }
  }

  private void stream(Incoming incoming, String whole) {
    platform.typing(incoming.origin().place().id());
    LockSupport.parkNanos(pace.multipliedBy(3).toNanos());
    List<List<Button>> stop = List.of(List.of(new Button.Press("Stop", "stop:1")));
    List<List<Button>> after =
        List.of(
            List.of(new Button.Press("Retry", "again:1"), new Button.Press("Share", "share:1")));
    int first = Math.min(whole.length(), 25);
    if (!(send(incoming, Reply.of(Markdown.parse(whole.substring(0, first))).with(stop))
        instanceof Delivery.Delivered(var message))) {
      return;
    }
    for (int i = first; i < whole.length(); i += 25) {
      LockSupport.parkNanos(pace.toNanos());
      platform.edit(message, Reply.of(Markdown.parse(whole.substring(0, i))).with(stop));
    }
    platform.edit(message, Reply.of(Markdown.parse(whole)).with(after));
  }

  private Delivery send(Incoming incoming, Reply reply) {
    return platform.send(incoming.origin().replyTo(), reply, UUID.randomUUID().toString());
  }
}
