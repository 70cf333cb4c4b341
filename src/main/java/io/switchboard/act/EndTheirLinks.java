package io.switchboard.act;

import io.switchboard.act.deed.Doer;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.Whom;
import io.switchboard.audit.Audit;
import io.switchboard.audit.AuditEntry;
import io.switchboard.audit.Change;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Ends links of somebody: they end and are recorded in one transaction; what carries them is told
 * afterwards.
 */
record EndTheirLinks(Sharing sharing, Audit audit) {
  Outcome one(Doer doer, Whom whom, ShareId share, Change change) {
    return whom.member()
        .flatMap(
            owner ->
                sharing.revoke(
                    share,
                    owner.id(),
                    h ->
                        audit.record(
                            h, doer.id(), change.what(), change.target(), change.detail())))
        .<Outcome>map(entry -> new Outcome.Done(entry, "", 0))
        .orElseGet(Outcome.NotFound::new);
  }

  Outcome all(Doer doer, Whom whom, Change change) {
    AtomicReference<AuditEntry> entry = new AtomicReference<>();
    int ended =
        whom.member()
            .map(
                owner ->
                    sharing.revokeAll(
                        owner.id(),
                        (h, links) ->
                            entry.set(
                                audit.record(
                                    h, doer.id(), change.what(), change.target(), numbers(links)))))
            .map(List::size)
            .orElse(0);
    return ended == 0
        ? new Outcome.NotFound()
        : new Outcome.Done(Objects.requireNonNull(entry.get()), "", ended);
  }

  private static String numbers(List<ShareId> links) {
    return links.stream().map(link -> "#" + link).collect(Collectors.joining(" "));
  }
}
