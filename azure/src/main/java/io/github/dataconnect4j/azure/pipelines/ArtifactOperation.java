package io.github.dataconnect4j.azure.pipelines;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import io.github.dataconnect4j.azure.AzureErrors;
import io.github.dataconnect4j.azure.ServiceFault;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint.Answer;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.shared.Waiting;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write that goes on after its answer, followed where the answers point. One thread's. */
final class ArtifactOperation implements Waiting.Look<Answer> {

  private static final HttpHeaderName ASYNC_OPERATION =
      HttpHeaderName.fromString("Azure-AsyncOperation");

  private final HostEndpoint endpoint;
  private final String attempt;
  private String link;
  private Answer last;

  private ArtifactOperation(HostEndpoint endpoint, String attempt, String link, Answer accepted) {
    this.endpoint = endpoint;
    this.attempt = attempt;
    this.link = link;
    this.last = accepted;
  }

  /** The operation that an answer points to; empty if it points nowhere. */
  static Optional<ArtifactOperation> of(HostEndpoint endpoint, String attempt, Answer accepted) {
    return link(accepted).map(link -> new ArtifactOperation(endpoint, attempt, link, accepted));
  }

  private static Optional<String> link(Answer answer) {
    return answer.header(ASYNC_OPERATION).or(() -> answer.header(HttpHeaderName.LOCATION));
  }

  @Override
  public Optional<Answer> once() {
    last = new Attempt(attempt).get(() -> endpoint.follow(link));
    String status = text(last.members().get("status")).toLowerCase(Locale.ROOT);
    if (status.equals("failed") || status.equals("canceled") || status.equals("cancelled")) {
      throw failed(last);
    }
    // At Azure-AsyncOperation the body tells, with 200 all the while; at Location the HTTP status.
    boolean ended = last.status() != 202 && (status.isEmpty() || status.equals("succeeded"));
    link = link(last).orElse(link);
    return ended ? Optional.of(last) : Optional.empty();
  }

  @Override
  public Optional<Duration> pauseAskedFor() {
    return last.header(HttpHeaderName.RETRY_AFTER)
        .filter(text -> text.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private DataConnectException failed(Answer answer) {
    Map<?, ?> error = answer.members().get("error") instanceof Map<?, ?> map ? map : Map.of();
    // It is read with 200: what counts is that the service refused.
    return AzureErrors.translate(
        attempt,
        new ServiceFault(
            400,
            Optional.of(text(error.get("code"))).filter(code -> !code.isBlank()),
            text(error.get("message")),
            answer.header(HttpHeaderName.X_MS_REQUEST_ID)),
        new HttpResponseException("The operation failed", answer.response()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
