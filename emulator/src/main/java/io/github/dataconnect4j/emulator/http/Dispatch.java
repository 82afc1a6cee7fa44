package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.emulator.truth.Operation;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a request to its service's handler, and whatever goes wrong there, or is to go wrong, into
 * an answer. Thread-safe.
 */
final class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final FaultPlan faults;
  private final Set<String> assumptionsSeen = ConcurrentHashMap.newKeySet();

  Dispatch(FaultPlan faults) {
    this.faults = faults;
  }

  /** The answer; empty where the connection is to break instead. */
  Optional<Response> answer(Service service, Request request) {
    Routes.Match match = service.routes().match(request).orElse(null);
    if (match == null) {
      LOG.warn(
          "unknown route service={} method={} target={}",
          service.name(),
          request.method(),
          request.target());
      return Optional.of(service.unknownRoute(request));
    }
    tellAssumption(service, match.operation());
    Fault fault = faults.next(match.operation().id()).orElse(null);
    if (fault == null) {
      return Optional.of(carryOut(service, request, match));
    }
    LOG.info("operation={} meets fault=\"{}\"", match.operation().id(), fault);
    if (fault.moment() == Fault.Moment.AFTER) {
      carryOut(service, request, match).body().close();
    }
    return fault.status().isEmpty()
        ? Optional.empty()
        : Optional.of(refusal(service, request, fault));
  }

  private static Response carryOut(Service service, Request request, Routes.Match match) {
    try {
      service.authenticate(request);
      return match.handle(request);
    } catch (ServiceError e) {
      return e.response();
    } catch (BodyTooLongException e) {
      return Response.of(413, "text/plain; charset=utf-8", e.getMessage());
    } catch (IOException e) {
      return service.unreadable(request, e);
    } catch (RuntimeException e) {
      LOG.error(
          "the emulator failed service={} method={} target={}",
          service.name(),
          request.method(),
          request.target(),
          e);
      return service.failed(request);
    }
  }

  private static Response refusal(Service service, Request request, Fault fault) {
    Response response = service.refused(request, fault.status().getAsInt());
    return fault
        .retryAfter()
        .map(pause -> response.withHeader("Retry-After", Long.toString(pause.toSeconds())))
        .orElse(response);
  }

  private void tellAssumption(Service service, Operation operation) {
    if (operation.source().isAssumed() && assumptionsSeen.add(operation.id())) {
      LOG.info(
          "assumed, not documented: service={} operation={} because {}",
          service.name(),
          operation.id(),
          operation.source().reference());
    }
  }
}
