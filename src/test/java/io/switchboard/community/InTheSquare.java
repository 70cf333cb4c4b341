package io.switchboard.community;

import io.switchboard.community.post.Standing;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Cases about posts, each in a square of its own on a fresh database. */
abstract class InTheSquare implements FreshDatabase {
  Square square;

  @BeforeEach
  void open() {
    square = new Square(fresh());
  }

  @AfterEach
  void close() throws Exception {
    square.close();
  }

  static Posted post(Community community, ShareId share, MemberId owner) {
    return community.posting().post(share, owner, "");
  }

  /** It is posted in one channel, and nothing is wrong. */
  static Posted shown() {
    return new Posted.Shown(new Standing(1, List.of()));
  }

  /** The staff looks first. */
  static CommunitySettings withApproval() {
    return new CommunitySettings(true, List.of(Square.CHANNEL), true, List.of(), Map.of(), "never");
  }

  /** What the staff's channel shows, the oldest first. */
  List<String> cards() {
    return square.shown("staff", "body_text");
  }

  /** The buttons under what the staff's channel shows. */
  List<String> cardButtons() {
    return square.shown("staff", "buttons");
  }

  /** What a person was told in private. */
  List<String> told(String person) {
    return square.shown("private/" + person, "body_text");
  }
}
