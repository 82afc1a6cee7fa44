package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.conformance.MemoryService.Lost;
import io.github.dataconnect4j.conformance.MemoryService.Refused;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.shared.RetrySchedule;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls over a network that fails by order, repeated as {@link RetrySchedule} says. */
final class MemoryCalls {

  private final MemoryAccount account;
  private final MemoryService service;
  private final RetrySchedule schedule;
  private final Predicate<Defect> defects;

  MemoryCalls(MemoryAccount account, MemoryService service, Predicate<Defect> defects) {
    this.account = account;
    this.service = service;
    this.schedule = new RetrySchedule(account.far.time, account.cloud().chance());
    this.defects = defects;
  }

  private boolean has(Defect defect) {
    return defects.test(defect);
  }

  <T> T send(Call call, Safety safety, String attempt, Defect hasty, Supplier<T> work) {
    for (int retries = 0; ; retries++) {
      Optional<Duration> pause;
      RuntimeException failure;
      try {
        return service.call(call, work);
      } catch (Refused e) {
        String asked = has(hasty) ? "0" : Long.toString(e.retryAfter.toSeconds());
        pause = schedule.pause(retries, safety, OptionalInt.of(429), Optional.of(asked));
        failure = throttled(attempt);
      } catch (Lost e) {
        pause = schedule.pause(retries, safety, OptionalInt.empty(), Optional.empty());
        failure = lost(attempt, call);
      }
      if (pause.isEmpty()) {
        throw failure;
      }
      account.far.time.advance(pause.get());
    }
  }

  private DataConnectException throttled(String attempt) {
    Problem problem = Problem.of(attempt, "it is asked too often.", "Come back later.");
    return has(Defect.CALLS_THROTTLING_AN_OUTAGE)
        ? new ServiceUnavailableException(problem, null)
        : new ThrottledException(problem, null);
  }

  private DataConnectException lost(String attempt, Call call) {
    Problem problem = Problem.of(attempt, "no answer came.", "Look for it.");
    return call == Call.CREATE_RUN && !has(Defect.CALLS_A_LOST_START_FAILED)
        ? new OutcomeUnknownException(problem, null)
        : new ServiceUnavailableException(problem, null);
  }
}
