package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.Terms;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.line.Share;
import io.switchboard.queue.line.WhereItStands;
import io.switchboard.queue.place.AtOnce;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Lets a request in, or says why not. */
final class Admitting {
  private static final Position AT_ONCE = new Position(0, Duration.ZERO);

  private final Database database;
  private final InstantSource time;
  private final SharedTime shared;
  private final Limits limits;

  Admitting(Database database, InstantSource time, SharedTime shared, Limits limits) {
    this.database = database;
    this.time = time;
    this.shared = shared;
    this.limits = limits;
  }

  Admission admit(Submission submission) {
    // Most refusals are found here already, without a lock.
    Look look = database.read(h -> look(h, submission));
    if (look.refused().isPresent()) {
      return look.refused().get();
    }
    limits.prepare(look.terms());
    Admission admission;
    try {
      admission = database.inTransaction(h -> admit(h, submission));
    } catch (UnableToExecuteStatementException e) {
      // Another delivery of the same event, for another member or by another process, was faster.
      return database.inTransaction(h -> seen(h, submission)).orElseThrow(() -> e);
    }
    return admission instanceof Admission.Queued queued
        ? new Admission.Queued(queued.id(), position(queued.id()).orElse(AT_ONCE))
        : admission;
  }

  private record Look(Terms terms, Optional<Admission> refused) {}

  /** What was seen may not be on disk yet: only the transaction tells that it is. */
  private Look look(Handle h, Submission submission) {
    Terms terms = limits.terms(h, submission.asker());
    return new Look(
        terms, seen(h, submission).isPresent() ? Optional.empty() : refused(h, submission, terms));
  }

  private Optional<Admission> refused(Handle h, Submission submission, Terms terms) {
    return noRoom()
        .or(() -> tooLong(submission, terms))
        .or(() -> tooManyFiles(submission, terms))
        .or(() -> modelNotAllowed(submission, terms))
        .or(() -> terms.closed().map(Admission.OutOfHours::new))
        .or(() -> crowded(h, submission, terms))
        .or(() -> crowdedPlace(h, submission, terms))
        .or(() -> overLimit(h, submission, terms));
  }

  private Optional<Admission> noRoom() {
    return database.hasRoom() ? Optional.empty() : Optional.of(new Admission.NoRoom());
  }

  private static Optional<Admission> seen(Handle h, Submission submission) {
    return RequestTable.withKey(h, submission.key())
        .map(id -> new Admission.AlreadySeen(new RequestId(id)));
  }

  private static Optional<Admission> tooLong(Submission submission, Terms terms) {
    Integer allowed = terms.most(What.LENGTH);
    int characters = submission.size().characters();
    return allowed == null || characters <= allowed
        ? Optional.empty()
        : Optional.of(new Admission.TooLong(characters, allowed));
  }

  private static Optional<Admission> tooManyFiles(Submission submission, Terms terms) {
    Integer allowed = terms.most(What.ATTACHMENTS);
    int files = submission.size().files();
    return allowed == null || files <= allowed
        ? Optional.empty()
        : Optional.of(new Admission.TooManyFiles(files, allowed));
  }

  private static Optional<Admission> modelNotAllowed(Submission submission, Terms terms) {
    String model = submission.model();
    return model == null || terms.mayUse(model)
        ? Optional.empty()
        : Optional.of(new Admission.ModelNotAllowed(model, terms.models()));
  }

  private Admission admit(Handle h, Submission submission) {
    limits.lock(h, submission.asker());
    Submission current = submission.by(Members.now(h, submission.asker().member()));
    if (!current.asker().equals(submission.asker())) {
      // They were linked a moment ago; whoever linked them has the rows of both.
      limits.lock(h, current.asker());
    }
    return admitNow(h, current);
  }

  private Admission admitNow(Handle h, Submission submission) {
    Asker asker = submission.asker();
    Terms terms = limits.terms(h, asker);
    Optional<Admission> refused = seen(h, submission).or(() -> refused(h, submission, terms));
    if (refused.isPresent()) {
      return refused.get();
    }
    Moves moves = new Moves(h, shared);
    long id =
        moves.join(
            Carrying.in(submission, time.instant()),
            new Share(terms.most(What.RUNNING), terms.weight()),
            bounded(terms));
    terms.take(h, entry(id), limits.amounts(submission.expected()));
    return new Admission.Queued(new RequestId(id), AT_ONCE);
  }

  /** What whoever asked so may have of the account is as the limits say now. */
  void allow(Asker asker) {
    database.useTransaction(
        h -> {
          Terms terms = limits.terms(h, asker);
          new Moves(h, shared)
              .allow(asker.member().value(), new Share(terms.most(What.RUNNING), terms.weight()));
        });
  }

  /** The name under which a request takes from the limits. */
  static String entry(long request) {
    return "request:" + request;
  }

  private Optional<Admission> crowded(Handle h, Submission submission, Terms terms) {
    Integer allowed = terms.most(What.WAITING);
    if (allowed == null) {
      return Optional.empty();
    }
    int would =
        new WhereItStands(h, terms.now())
            .wouldWait(terms.asker().member().value(), terms.most(What.RUNNING), submission.lane());
    return would <= allowed ? Optional.empty() : Optional.of(new Admission.TooManyWaiting(allowed));
  }

  private Optional<Admission> crowdedPlace(Handle h, Submission submission, Terms terms) {
    Map<String, Integer> running = terms.ofPlace(What.RUNNING);
    for (Map.Entry<String, Integer> bound : terms.ofPlace(What.WAITING).entrySet()) {
      int atOnce = running.getOrDefault(bound.getKey(), AtOnce.ANY);
      int would =
          new WhereItStands(h, terms.now()).wouldWaitIn(bound.getKey(), atOnce, submission.lane());
      if (would > bound.getValue()) {
        return Optional.of(new Admission.PlaceFull(bound.getKey(), bound.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Places in which it counts, and how many may run there. */
  private static Map<String, Integer> bounded(Terms terms) {
    Map<String, Integer> bounded = new LinkedHashMap<>();
    terms.ofPlace(What.WAITING).keySet().forEach(scope -> bounded.put(scope, AtOnce.ANY));
    bounded.putAll(terms.ofPlace(What.RUNNING));
    return bounded;
  }

  private Optional<Admission> overLimit(Handle h, Submission submission, Terms terms) {
    return terms.refusal(h, limits.amounts(submission.expected())).map(Admission.OverLimit::new);
  }

  Optional<Position> position(RequestId request) {
    return database.read(
        h ->
            new WhereItStands(h, shared.now(h))
                .of(request.value())
                .map(standing -> new Position(standing.ahead(), standing.startsIn())));
  }
}
