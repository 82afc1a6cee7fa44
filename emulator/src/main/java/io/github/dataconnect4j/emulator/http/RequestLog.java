package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was asked, in bounded memory: an emulator may run for weeks.
 *
 * <p>Thread-safe.
 */
final class RequestLog {

  private final int mostRequests;
  private final int mostUnknown;
  private final Deque<RecordedRequest> latest = new ArrayDeque<>();
  private final List<RecordedRequest> unknown = new ArrayList<>();

  RequestLog(int mostRequests, int mostUnknown) {
    this.mostRequests = mostRequests;
    this.mostUnknown = mostUnknown;
  }

  synchronized void add(RecordedRequest request) {
    if (latest.size() == mostRequests) {
      latest.remove();
    }
    latest.add(request);
    if (request.operation().isEmpty() && unknown.size() < mostUnknown) {
      unknown.add(request);
    }
  }

  /** The latest ones, oldest first. */
  synchronized List<RecordedRequest> latest() {
    return List.copyOf(latest);
  }

  /** The first ones without a route, oldest first. */
  synchronized List<RecordedRequest> unknown() {
    return List.copyOf(unknown);
  }
}
