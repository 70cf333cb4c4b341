package io.switchboard.command.community;

import io.switchboard.chat.Place;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the community stands, with the buttons that change it. */
final class ShowCommunity {
  private static final int MOST_COUNTED = 1000;

  private final Community community;

  ShowCommunity(Community community) {
    this.community = community;
  }

  /** The place where one is, if it can be a channel. */
  static Optional<String> here(Place place) {
    return place.kind() == Place.Kind.PRIVATE
        ? Optional.empty()
        : place.scopes().stream().findFirst();
  }

  /** The beginning of a channel: its name may be longer than a button takes. */
  static String hash(String channel) {
    return Integer.toHexString(channel.hashCode());
  }

  Reply status(Visit visit) {
    Words words = visit.words();
    Switches switches = community.switches();
    List<String> channels = switches.channels();
    int waiting = community.approvals().waiting(100).size();
    List<Document> lines = new ArrayList<>();
    lines.add(
        words.say(switches.approval() ? "communities.approval.on" : "communities.approval.off"));
    if (waiting > 0) {
      lines.add(words.say("communities.waits", waiting));
    }
    int shown = community.items(List.of(ItemRow.State.OPEN), 0, MOST_COUNTED).size();
    if (shown > 0 && !switches.on()) {
      lines.add(words.say("communities.still", shown));
    }
    if (switches.approval() && !community.staffReads()) {
      lines.add(words.say("communities.no-staff"));
    }
    Document head = words.say(switches.on() ? "communities.on" : "communities.off");
    Document text =
        Words.all(
            head,
            channels.isEmpty()
                ? words.say("communities.nowhere")
                : Words.list(channels.stream().map(this::called).toList()),
            Words.list(lines));
    return Reply.of(text).with(buttons(visit, switches, waiting)).onlyForAsker();
  }

  /** One that nobody can name now is told as the configuration writes it: there it is found. */
  private Document called(String channel) {
    Inline.Channel called = community.channels().called(channel);
    Inline shown = called.title().isEmpty() ? new Inline.Code(channel) : called;
    return new Document(List.of(new Block.Paragraph(List.of(shown))));
  }

  private String label(String channel) {
    Inline.Channel called = community.channels().called(channel);
    return called.title().isEmpty() ? channel : called.anywhere();
  }

  private static List<List<Button>> buttons(Visit visit, Switches switches, int waiting) {
    Words words = visit.words();
    List<List<Button>> rows = new ArrayList<>();
    if (visit.role().atLeast(Role.ADMIN)) {
      boolean on = switches.on();
      boolean approval = switches.approval();
      rows.add(
          List.of(
              ListPosts.manage(on ? "off" : "on")
                  .button(words.label(on ? "communities.button.off" : "communities.button.on")),
              ListPosts.manage("approval:" + (approval ? "off" : "on"))
                  .button(
                      words.label(
                          approval
                              ? "communities.button.approval.off"
                              : "communities.button.approval.on"))));
    }
    List<Button> look = new ArrayList<>();
    look.add(ListPosts.manage("list:0").button(words.label("communities.button.posts")));
    if (waiting > 0) {
      look.add(ListPosts.manage("waiting:0").button(words.label("communities.button.waiting")));
    }
    look.add(ListPosts.manage("channels").button(words.label("communities.button.channels")));
    rows.add(look);
    return rows;
  }

  Reply channels(Visit visit) {
    Words words = visit.words();
    List<String> channels = community.switches().channels();
    List<List<Button>> rows = new ArrayList<>();
    if (visit.role().atLeast(Role.ADMIN)) {
      channels.stream()
          .limit(3)
          .forEach(
              channel ->
                  rows.add(
                      List.of(
                          ListPosts.manage("drop:" + hash(channel))
                              .button(words.label("communities.button.drop", label(channel))))));
      if (here(visit.place()).filter(c -> !channels.contains(c)).isPresent()) {
        rows.add(
            List.of(ListPosts.manage("add-here").button(words.label("communities.button.here"))));
      }
    }
    rows.add(List.of(ListPosts.manage("status").button(words.label("community.button.back"))));
    Document text =
        Words.all(
            channels.isEmpty()
                ? words.say("communities.nowhere")
                : Words.all(
                    words.say("communities.channels"),
                    Words.list(channels.stream().map(this::called).toList()),
                    words.say("communities.channels.how")));
    return Reply.of(text).with(rows).onlyForAsker();
  }
}
