package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.odataerrors.InnerError;
import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import io.github.dataconnect4j.azure.AzureErrors;
import io.github.dataconnect4j.azure.ServiceFault;
import io.github.dataconnect4j.error.DataConnectException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what the Graph client throws into this library's exceptions. */
final class GraphErrors {

  private GraphErrors() {}

  /** Calls, and translates what goes wrong. */
  static <T> T answer(String attempt, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw translate(attempt, e);
    }
  }

  static DataConnectException translate(String attempt, RuntimeException cause) {
    Optional<ServiceFault> fault = fault(cause);
    return fault.isPresent()
        ? AzureErrors.translate(attempt, fault.get(), cause)
        : AzureErrors.translate(attempt, cause);
  }

  static boolean isStatus(RuntimeException cause, int status) {
    return fault(cause).filter(fault -> fault.status() == status).isPresent();
  }

  static boolean hasCode(RuntimeException cause, String code) {
    return fault(cause).flatMap(ServiceFault::code).filter(code::equalsIgnoreCase).isPresent();
  }

  static boolean says(RuntimeException cause, String words) {
    return fault(cause).filter(fault -> fault.message().contains(words)).isPresent();
  }

  /** Whether a request that failed may have been carried out all the same. */
  static boolean mayHaveHappened(RuntimeException cause) {
    Optional<ServiceFault> fault = fault(cause);
    return fault.isPresent() ? fault.get().leavesOutcomeOpen() : AzureErrors.mayHaveHappened(cause);
  }

  private static Optional<ServiceFault> fault(Throwable cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof ApiException answered && answered.getResponseStatusCode() > 0) {
        return Optional.of(read(answered));
      }
    }
    return Optional.empty();
  }

  private static ServiceFault read(ApiException answered) {
    MainError error = answered instanceof ODataError odata ? odata.getError() : null;
    InnerError inner = error == null ? null : error.getInnerError();
    return new ServiceFault(
        answered.getResponseStatusCode(),
        known(error == null ? null : error.getCode()),
        known(error == null ? words(answered) : error.getMessage()).orElse(""),
        known(inner == null ? null : inner.getRequestId()).or(() -> header(answered)));
  }

  // An ODataError without an error in it fails when asked for its message.
  private static @Nullable String words(ApiException answered) {
    return answered instanceof ODataError ? null : answered.getMessage();
  }

  private static Optional<String> header(ApiException answered) {
    return Optional.ofNullable(answered.getResponseHeaders())
        .map(headers -> headers.get("request-id"))
        .filter(Objects::nonNull)
        .flatMap(values -> values.stream().findFirst());
  }

  private static Optional<String> known(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
