package io.switchboard.web.admin;

import java.util.List;
import java.util.concurrent.Flow;

/** Keeps every line that comes. */
record Lines(List<String> heard) implements Flow.Subscriber<String> {
  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    heard.add(line);
  }

  @Override
  public void onError(Throwable failure) {
    heard.add("failed " + failure);
  }

  @Override
  public void onComplete() {
    heard.add("done");
  }
}
