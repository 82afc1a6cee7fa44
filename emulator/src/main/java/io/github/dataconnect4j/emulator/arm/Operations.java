package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Long-running operations: 202 with a {@code Location}, which answers 202 once and then with the
 * outcome.
 *
 * <p>Progress is counted in polls, not in time, so that clients on a real clock get there too.
 * {@code Retry-After: 1} goes with every answer, because the stock clients wait 30 seconds without
 * one. What is created is there from the first answer on.
 *
 * <p>Thread-safe.
 */
public final class Operations {

  private static final int POLLS_UNTIL_DONE = 2;

  private final Map<String, Operation> byId = new ConcurrentHashMap<>();
  private final Guids guids;

  public Operations(Guids guids) {
    this.guids = guids;
  }

  /**
   * Accepts a request.
   *
   * @param path the path that operations of this kind are found beneath, without a closing slash
   * @param outcome what the last poll answers
   */
  public Response accept(Request request, String path, Response outcome) {
    String id = guids.next();
    String location =
        Links.to(
            request, path + "/" + id + "?api-version=" + request.query("api-version").orElse(""));
    Operation operation = new Operation(location, outcome, new AtomicInteger());
    byId.put(id, operation);
    return operation.accepted();
  }

  /** Answers a poll. */
  public Response poll(String id) {
    Operation operation = byId.get(id);
    if (operation == null) {
      throw ArmErrors.notFound(id);
    }
    return operation.polls.incrementAndGet() < POLLS_UNTIL_DONE
        ? operation.accepted()
        : operation.outcome;
  }

  private record Operation(String location, Response outcome, AtomicInteger polls) {
    Response accepted() {
      return Response.empty(202).withHeader("Location", location).withHeader("Retry-After", "1");
    }
  }
}
