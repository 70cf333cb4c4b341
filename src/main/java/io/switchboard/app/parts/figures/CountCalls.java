package io.switchboard.app.parts.figures;

import io.switchboard.chat.message.Delivery;
import io.switchboard.http.watch.Metrics;
import io.switchboard.pacing.Onlooker;

/** Calls of the platforms by what became of them. */
final class CountCalls implements Onlooker {
  private final Metrics.Count calls;

  CountCalls(Metrics metrics) {
    calls =
        metrics.counter(
            "switchboard.platform.calls",
            "Sends, edits and drafts; throttled is the platform's 429",
            "platform",
            "kind",
            "outcome");
  }

  @Override
  public void called(String platform, String kind, Delivery answer) {
    String outcome =
        switch (answer) {
          case Delivery.Delivered _ -> "delivered";
          case Delivery.Throttled _ -> "throttled";
          case Delivery.Gone _ -> "gone";
          case Delivery.Failed _ -> "failed";
        };
    calls.add(1, platform, kind, outcome);
  }
}
