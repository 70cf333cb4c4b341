package io.switchboard.app.parts.platforms;

import io.switchboard.db.learnt.Learnt;
import io.switchboard.telegram.send.Memory;
import java.net.URI;
import java.util.Optional;

/** What a Telegram server understands, remembered for this version of the program. */
record TelegramMemory(Learnt learnt, URI server) implements Memory {
  private static final String YES = "yes";
  private static final String NO = "no";

  private String name() {
    String version = TelegramMemory.class.getPackage().getImplementationVersion();
    return "rich messages, %s, %s".formatted(server.getAuthority(), version);
  }

  @Override
  public Optional<Known> richMessages() {
    return learnt.of(name()).map(fact -> new Known(fact.said().equals(YES), fact.at()));
  }

  @Override
  public void learnt(boolean rich) {
    learnt.keep(name(), rich ? YES : NO);
  }
}
