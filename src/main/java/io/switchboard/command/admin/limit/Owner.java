package io.switchboard.command.admin.limit;

import io.switchboard.act.deed.Whose;
import io.switchboard.command.visit.Visit;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.queue.limit.rule.What;

/** Whose limits are meant, and what is said of them. */
sealed interface Owner permits OfOne, OfMany {
  Whose whose();

  /** A name, or words of the configuration. */
  Inline name();

  /** How they were named, for examples. */
  String who();

  Document show(Visit visit);

  Document why(Visit visit);

  /** Which text says that a limit is set. */
  String saysSet(What what);

  /** Which text says that a boost runs. */
  String saysBoost();

  /** Which text says which models there are. */
  String saysModels();

  /** Which text says that all is as the rules say. */
  String saysReset();
}
