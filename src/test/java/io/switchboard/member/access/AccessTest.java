package io.switchboard.member.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final Person ANN =
      new Person(new PersonId("discord:1"), "Ann", "ann", Locale.ENGLISH, Set.of("discord-role:9"));
  private static final Person BOB =
      new Person(new PersonId("telegram:1"), "Bob", null, Locale.ENGLISH, Set.of());
  private static final Place SERVER =
      new Place(
          new PlaceId("discord:5"),
          Place.Kind.GROUP,
          "general",
          List.of("discord-channel:5", "discord-server:3"));
  private static final Place PRIVATE =
      new Place(new PlaceId("telegram:1"), Place.Kind.PRIVATE, "", List.of());

  private static Access access(List<String> admins, List<String> allow) {
    return new Access(new AccessSettings(admins, allow));
  }

  @Test
  void nobodyGetsInUnlessAllowed() {
    Access nobody = new Access(AccessSettings.DEFAULTS);
    assertThat(nobody.mayUse(ANN, SERVER)).isFalse();
    assertThat(nobody.role(ANN).atLeast(Role.ADMIN)).isFalse();
  }

  @Test
  void everyoneMeansEveryone() {
    Access open = access(List.of(), List.of("everyone"));
    assertThat(open.mayUse(BOB, PRIVATE)).isTrue();
    assertThat(open.role(BOB).atLeast(Role.ADMIN)).isFalse();
  }

  @Test
  void peopleRolesAndPlacesAreLetIn() {
    assertThat(access(List.of(), List.of("discord:1")).mayUse(ANN, PRIVATE)).isTrue();
    assertThat(access(List.of(), List.of("discord:1")).mayUse(BOB, PRIVATE)).isFalse();
    assertThat(access(List.of(), List.of("discord-role:9")).mayUse(ANN, PRIVATE)).isTrue();
    assertThat(access(List.of(), List.of("discord-server:3")).mayUse(BOB, SERVER)).isTrue();
    assertThat(access(List.of(), List.of("discord-server:3")).mayUse(ANN, PRIVATE)).isFalse();
  }

  @Test
  void adminsAreLetInEverywhereAndPlacesMakeNoAdmins() {
    Access access = access(List.of("telegram:1", "discord-server:3"), List.of());
    assertThat(access.mayUse(BOB, PRIVATE)).isTrue();
    assertThat(access.role(BOB).atLeast(Role.ADMIN)).isTrue();
    assertThat(access.role(ANN).atLeast(Role.ADMIN)).isFalse();
    assertThat(access.mayUse(ANN, SERVER)).isFalse();
    assertThat(access(List.of("discord-role:9"), List.of()).role(ANN).atLeast(Role.ADMIN)).isTrue();
  }

  @Test
  void mistakesInTheListsAreNamed() {
    assertThatThrownBy(() -> access(List.of("alice"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("admins")
        .hasMessageContaining("alice");
    assertThatThrownBy(() -> access(List.of("everyone"), List.of()))
        .hasMessageContaining("everyone");
  }
}
