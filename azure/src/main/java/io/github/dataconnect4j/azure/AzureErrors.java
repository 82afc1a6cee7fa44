package io.github.dataconnect4j.azure;

import com.azure.core.exception.HttpResponseException;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;

/** Stands in for the translation that the azure module brings. */
public final class AzureErrors {

  private AzureErrors() {}

  /** What an Azure client threw, in our words. */
  public static DataConnectException translate(String attempt, RuntimeException cause) {
    if (cause instanceof DataConnectException known) {
      return known;
    }
    Problem problem = Problem.of(attempt, "the service refused it.", "See the cause.");
    return switch (status(cause)) {
      case 401, 403 -> new NotPermittedException(problem, cause);
      case 404 -> new NotFoundException(problem, cause);
      case 409, 412 -> new ConflictException(problem, cause);
      case 429 -> new ThrottledException(problem, cause);
      case 400, 405, 422 -> new RejectedException(problem, cause);
      default -> new ServiceUnavailableException(problem, cause);
    };
  }

  /** Whether the service says that there is no such thing. */
  public static boolean isNotFound(RuntimeException cause) {
    return status(cause) == 404;
  }

  private static int status(RuntimeException cause) {
    return cause instanceof HttpResponseException answered && answered.getResponse() != null
        ? answered.getResponse().getStatusCode()
        : 0;
  }
}
