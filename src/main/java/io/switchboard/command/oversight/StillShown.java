package io.switchboard.command.oversight;

import io.switchboard.chat.message.Reply;
import io.switchboard.command.community.Out;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.post.Channels;
import io.switchboard.community.post.Standing;
import io.switchboard.community.report.Answered.Removed;
import io.switchboard.community.report.Taken;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.fill.Filled;
import io.switchboard.staff.Staff;
import io.switchboard.text.Commas;
import java.util.ArrayList;
import java.util.List;

/**
 * What still shows of posts that were withdrawn: said to whoever withdrew them, and to the staff,
 * of whom somebody may have rights in those channels.
 */
final class StillShown {
  /** A platform may be down. */
  private static final int NAMED = 10;

  private final Rooms rooms;

  StillShown(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Has the channels follow, which may take minutes, and says where they did not. */
  List<Effect> say(Visit visit, String owner, List<Taken> taken) {
    List<Removed> out =
        taken.stream()
            .map(rooms.outside().community().reports()::follow)
            .filter(removed -> !removed.standing().out().isEmpty())
            .toList();
    if (out.isEmpty()) {
      return List.of();
    }
    Staff staff = rooms.records().overseen().staff();
    boolean amongStaff = staff.places().contains(visit.placeId());
    if (!amongStaff) {
      tell(staff, owner, out.stream().filter(StillShown::shows).toList());
    }
    Words words = visit.words();
    List<Document> all = new ArrayList<>();
    for (Removed one : out.stream().limit(NAMED).toList()) {
      all.add(
          words.say("left.posts.out", one.title()).and(Out.say(words, channels(), one.standing())));
    }
    if (out.size() > NAMED) {
      all.add(words.say("left.posts.out.more", out.size() - NAMED));
    }
    Reply reply = Reply.of(Words.all(all.toArray(Document[]::new)));
    return List.of(new Effect.Say(amongStaff ? reply : reply.onlyForAsker(), said -> List.of()));
  }

  private Channels channels() {
    return rooms.outside().community().channels();
  }

  private static boolean shows(Removed removed) {
    return removed.standing().out().stream().anyMatch(out -> !out.deleted());
  }

  private void tell(Staff staff, String owner, List<Removed> shown) {
    if (shown.isEmpty()) {
      return;
    }
    String comma = Commas.sign(staff.language());
    List<Inline> titles = new ArrayList<>();
    for (Removed one : shown.stream().limit(NAMED).toList()) {
      titles.add(new Inline.Text(staff.say("left.posts.title", one.title())));
    }
    if (shown.size() > NAMED) {
      titles.add(new Inline.Text("…"));
    }
    List<Inline> where =
        shown.stream()
            .flatMap(one -> one.standing().out().stream())
            .filter(out -> !out.deleted())
            .map(Standing.Out::channel)
            .distinct()
            .<Inline>map(channels()::called)
            .toList();
    staff.tell(
        "left.posts.staff",
        owner,
        shown.size(),
        Filled.Several.parted(where, comma),
        Filled.Several.parted(titles, comma));
  }
}
