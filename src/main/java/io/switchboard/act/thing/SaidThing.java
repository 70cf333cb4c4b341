package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.chat.PersonId;
import io.switchboard.member.access.Said;
import io.switchboard.member.access.Standings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What is said of somebody. Names: their accounts, with spaces between. */
public record SaidThing(Standings standings, Said said) implements Thing {
  /** The name for these accounts. */
  public static String name(List<PersonId> accounts) {
    return accounts.stream().map(PersonId::value).collect(Collectors.joining(" "));
  }

  /** Whose name it is. */
  public static List<PersonId> accounts(String name) {
    return Arrays.stream(name.split(" ")).map(PersonId::new).toList();
  }

  @Override
  public void prepare(String name) {
    accounts(name).forEach(standings::know);
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(said.read(h, accounts(name)));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    said.write(h, accounts(name), state);
    return true;
  }
}
