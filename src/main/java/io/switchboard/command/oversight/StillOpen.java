package io.switchboard.command.oversight;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.Whom;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.report.Reports;
import io.switchboard.community.report.Taken;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standing;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What others still see of somebody who is kept out: their links, and those of them that are posted
 * in the community. Admins end the links for good; the staff takes the posts away, each of which
 * can be brought back.
 */
public final class StillOpen {
  /** Behind {@code /member ban @member}: ends the links. */
  public static final String LINKS = "links";

  /** Behind {@code /member ban @member}: takes the posts away. */
  public static final String POSTS = "posts";

  private static final int COUNTED = 10_000;

  private final Rooms rooms;
  private final Theirs theirs;
  private final StillShown out;

  public StillOpen(Rooms rooms) {
    this.rooms = rooms;
    this.theirs = new Theirs(rooms);
    this.out = new StillShown(rooms);
  }

  /**
   * Says what is open, with buttons that end it; nothing if nothing is.
   *
   * @param so the command that names them and ends with their name
   */
  public Optional<Reply> of(Visit visit, Member member, String so) {
    Words words = visit.words();
    LookAtAll.Filter live = new LookAtAll.Filter(member.id(), null, AnyShare.State.LIVE);
    int links = rooms.outside().sharing().overseeing().page(live, Long.MAX_VALUE, COUNTED).size();
    int posts = reports().removable(member.id());
    if (links == 0 && posts == 0) {
      return Optional.empty();
    }
    boolean admin = visit.role().atLeast(Role.ADMIN);
    Document said = words.say("left.open", links, posts);
    List<Button> row = new ArrayList<>();
    if (posts > 0) {
      said = said.and(words.say("left.open.posts", new Inline.Command(so + " " + POSTS)));
      row.add(
          new OversightAction.TakePosts(member.id().value())
              .button(words.label("left.posts", posts)));
    }
    if (links > 0 && admin) {
      said = said.and(words.say("left.open.links", new Inline.Command(so + " " + LINKS)));
      row.add(
          new OversightAction.EndLinks(member.id().value(), false)
              .button(words.label("left.links", links)));
    } else if (links > 0) {
      said = said.and(words.say("left.open.admins"));
    }
    return Optional.of(Reply.of(said).with(row.isEmpty() ? List.of() : List.of(row)));
  }

  /** For the button, which may be an old one. */
  List<Effect> pressPosts(Visit visit, MemberId owner) {
    return over(visit, owner).orElseGet(() -> takePosts(visit, owner));
  }

  /** Whoever was let in again has perhaps made much that nobody meant when the button was made. */
  private Optional<List<Effect>> over(Visit visit, MemberId owner) {
    List<PersonId> accounts = rooms.members().identities(owner);
    boolean banned =
        accounts.stream()
            .map(rooms.people().standings()::of)
            .anyMatch(Standing.Banned.class::isInstance);
    return banned || accounts.isEmpty() || !theirs.below(visit, owner)
        ? Optional.empty()
        : Optional.of(
            List.of(
                Effect.tell(
                    visit
                        .words()
                        .say("left.over", theirs.name(owner), accounts.getFirst().value()))));
  }

  /** For the button; asks first. */
  List<Effect> pressLinks(Visit visit, MemberId owner, boolean sure) {
    Optional<List<Effect>> over = over(visit, owner);
    if (over.isPresent()) {
      return over.get();
    }
    if (sure) {
      return endLinks(visit, owner);
    }
    Words words = visit.words();
    Button yes = new OversightAction.EndLinks(owner.value(), true).button(words.label("left.yes"));
    return List.of(
        Effect.tell(words.say("left.links.sure", theirs.name(owner)), List.of(List.of(yes))));
  }

  /** Ends all links of a member, who is told. */
  public List<Effect> endLinks(Visit visit, MemberId owner) {
    Words words = visit.words();
    Whom whom =
        new Whom(
            theirs.name(owner), rooms.members().identities(owner), rooms.members().find(owner));
    Outcome outcome = rooms.acts().carryOut(visit.doer(), new MemberAct.EndLinks(whom));
    List<Effect> effects = new ArrayList<>();
    effects.add(
        Effect.tell(
            outcome instanceof Outcome.NotFound
                ? words.say("left.links.none", whom.name())
                : SayOutcome.of(
                    words,
                    whom.name(),
                    outcome,
                    done -> words.say("left.links.done", done.ended(), whom.name()))));
    if (outcome instanceof Outcome.Done done) {
      Words owners = theirs.words(visit, owner);
      effects.add(theirs.tell(owner, Reply.of(owners.say("left.links.told", done.ended()))));
    }
    return effects;
  }

  /** Takes all posts of a member away, who is told. */
  public List<Effect> takePosts(Visit visit, MemberId owner) {
    Words words = visit.words();
    if (owner.equals(visit.id()) || !theirs.below(visit, owner)) {
      rooms.audit().refused(visit.id(), "/member ban … " + POSTS);
      return List.of(Effect.tell(words.say("member.admin", theirs.name(owner))));
    }
    return List.of(new Effect.Later(() -> taken(visit, owner)));
  }

  /** All are marked and written down first: the channels may take many minutes. */
  private List<Effect> taken(Visit visit, MemberId owner) {
    Words words = visit.words();
    List<Taken> taken =
        reports()
            .removeAll(
                owner,
                visit.id(),
                one ->
                    rooms
                        .acts()
                        .decided(
                            visit.doer(),
                            one.share(),
                            "community withdraw",
                            "",
                            new Acts.Judged(one.before(), State.REMOVED)));
    return taken.isEmpty()
        ? List.of(Effect.tell(words.say("left.posts.none", theirs.name(owner))))
        : List.of(
            Effect.tell(words.say("left.posts.done", taken.size(), theirs.name(owner))),
            new Effect.Meanwhile(() -> out.say(visit, theirs.name(owner), taken)));
  }

  private Reports reports() {
    return rooms.outside().community().reports();
  }
}
