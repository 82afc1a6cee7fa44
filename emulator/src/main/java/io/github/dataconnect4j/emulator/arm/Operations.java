package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Ids;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Long-running operations: usually 202 with a {@code Location}, which answers 202 once and then
 * with the outcome.
 *
 * <p>Progress is counted in polls, not in time, so that clients on a real clock get there too.
 * {@code Retry-After: 1} goes with every answer, because the stock clients wait 30 seconds without
 * one. What is created is there from the first answer on, unless its service says otherwise.
 *
 * <p>The latest {@value #MOST} are known, whether they have ended or not; who asks for an older one
 * is answered 404. Azure keeps them for a time that no page tells.
 *
 * <p>Thread-safe.
 */
public final class Operations {

  /** Where a {@code Location} leads. */
  public static final Operation RESULT =
      Operation.documented(
          "OperationResult",
          "https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations");

  /** How many operations are known at most: an emulator may run for weeks. */
  static final int MOST = 10_000;

  private static final int POLLS_UNTIL_DONE = 2;

  private final Map<String, Pending> byId = Collections.synchronizedMap(new Latest());
  private final Ids ids;

  public Operations(Ids ids) {
    this.ids = ids;
  }

  /**
   * Accepts a request.
   *
   * @param path the path that operations of this kind are found beneath, without a closing slash
   * @param outcome what the last poll answers
   */
  public Response accept(Request request, String path, Response outcome) {
    ServiceBehavior.ARM_DONE_AT_SECOND_LOOK.observe();
    AtomicInteger polls = new AtomicInteger();
    Response pending = Response.empty(202);
    return begin(
            request,
            path,
            pending,
            () ->
                polls.incrementAndGet() < POLLS_UNTIL_DONE
                    ? Optional.empty()
                    : Optional.of(outcome))
        .announcedBy(pending);
  }

  /**
   * Begins an operation that knows itself how far it is.
   *
   * @param path the path that operations of this kind are found beneath, without a closing slash
   * @param pending what a poll answers before there is an outcome
   * @param outcome asked at each poll; empty until there is one
   */
  public Pending begin(
      Request request, String path, Response pending, Supplier<Optional<Response>> outcome) {
    String id = ids.next();
    String location =
        Links.to(
            request, path + "/" + id + "?api-version=" + request.query("api-version").orElse(""));
    Pending operation = new Pending(id, location, pending, outcome);
    byId.put(id, operation);
    return operation;
  }

  /** Answers a poll of the {@code Location}. */
  public Response poll(String id) {
    Pending operation = require(id);
    return operation.outcome.get().orElseGet(() -> operation.announcedBy(operation.pending));
  }

  /** Answers a poll of the {@code Azure-AsyncOperation}, which tells the state alone. */
  public Response status(Request request, String id) {
    boolean done = require(id).outcome.get().isPresent();
    ObjectNode json = Json.object();
    json.put("id", ArmPath.of(request).id()).put("name", id);
    json.put("status", done ? "Succeeded" : "InProgress");
    Response response = Response.json(200, json);
    return done ? response : response.withHeader("Retry-After", "1");
  }

  private Pending require(String id) {
    Pending operation = byId.get(id);
    if (operation == null) {
      throw ArmErrors.notFound(id);
    }
    return operation;
  }

  /** Forgets the oldest where there are too many. */
  private static final class Latest extends LinkedHashMap<String, Pending> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
      if (size() <= MOST) {
        return false;
      }
      ServiceBehavior.ARM_KEEPS_OPERATIONS.observe();
      return true;
    }
  }

  /**
   * An operation on its way.
   *
   * @param id its id
   * @param location where its outcome will be
   * @param pending what a poll answers before there is an outcome
   * @param outcome asked at each poll; empty until there is one
   */
  public record Pending(
      String id, String location, Response pending, Supplier<Optional<Response>> outcome) {

    /** An answer that says where to ask for the outcome, and when. */
    public Response announcedBy(Response answer) {
      return answer.withHeader("Location", location).withHeader("Retry-After", "1");
    }
  }
}
