package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.WaitEndedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeamRetryPolicyTest {

  private static final String FACTORY = "https://management.azure.com/factories/f";
  private static final String CREATE_RUN = FACTORY + "/pipelines/p/createRun";

  private final HandMovedTime time = new HandMovedTime();
  private final Cloud cloud = Cloud.AZURE.with(time, new Random(1));

  @Nested
  class Pauses {

    @Test
    void areThoseThatTheServerAsksFor() {
      StubPipeline stub = onceThenOk(503, "Retry-After", "7");
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(200);
      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void lastUntilTheDateThatTheServerNames() {
      StubPipeline stub = onceThenOk(429, "Retry-After", "Sun, 1 Mar 2026 12:00:30 GMT");
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(200);
      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void areNotTakenWhereTheServerAsksForMoreThanAMinute() {
      StubPipeline stub = onceThenOk(429, "Retry-After", "61");
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(429);
      assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void growWhereTheServerAsksForNone() {
      StubPipeline stub = new StubPipeline(request -> StubPipeline.answer(request, 503), policy());
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(503);
      assertThat(stub.sent()).hasSize(4);
      assertThat(time.sleeps()).hasSize(3);
      assertThat(time.sleeps().get(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(1200));
      assertThat(time.sleeps().get(2)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(4800));
    }

    @Test
    void endWithAnInterrupt() {
      StubPipeline stub = onceThenOk(503, "Retry-After", "7");
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> stub.send(HttpMethod.GET, FACTORY))
          .isInstanceOfSatisfying(
              WaitEndedException.class,
              e -> assertThat(e.limit()).isEqualTo(WaitEndedException.Limit.INTERRUPTED))
          .hasMessageContaining("interrupted while it waited PT7S");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(stub.sent()).hasSize(1);
    }
  }

  @Nested
  class Requests {

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void thatStartSomethingAreSentOnceWhateverFails(int status) {
      StubPipeline stub = onceThenOk(status);
      assertThat(stub.send(HttpMethod.POST, CREATE_RUN).getStatusCode()).isEqualTo(status);
      assertThat(stub.sent()).hasSize(1);
    }

    @Test
    void thatStartSomethingAreSentAgainWhenThrottled() {
      StubPipeline stub = onceThenOk(429, "Retry-After", "1");
      assertThat(stub.send(HttpMethod.POST, CREATE_RUN).getStatusCode()).isEqualTo(200);
      assertThat(stub.sent()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
      "POST, /pipelineruns/1/queryActivityruns",
      "POST, /queryPipelineRuns",
      "POST, /listKeys",
      "POST, /checkNameAvailability",
      "POST, /integrationRuntimes/i/getStatus",
      "POST, /register",
      "PUT, /pipelines/p",
      "DELETE, /pipelines/p",
      "HEAD, /pipelines/p"
    })
    void thatMayBeRepeatedAreSentAgain(String method, String path) {
      StubPipeline stub = onceThenOk(500);
      HttpResponse response = stub.send(HttpMethod.valueOf(method), FACTORY + path);
      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(stub.sent()).hasSize(2);
    }

    @Test
    void thatAreRefusedAreNotSentAgain() {
      StubPipeline stub = onceThenOk(400);
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(400);
      assertThat(stub.sent()).hasSize(1);
    }

    @Test
    void areSentAgainOnTheAsynchronousWayToo() {
      StubPipeline stub = onceThenOk(503, "Retry-After", "2");
      HttpResponse response =
          stub.pipeline().send(new HttpRequest(HttpMethod.GET, FACTORY), Context.NONE).block();
      assertThat(response).isNotNull();
      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(2));
    }
  }

  @Nested
  class LostAnswers {

    @Test
    void areAskedForAgainWhereThatIsSafe() {
      StubPipeline stub = failingOnce(new IOException("reset"));
      assertThat(stub.send(HttpMethod.GET, FACTORY).getStatusCode()).isEqualTo(200);
    }

    @Test
    void areReportedWhereItIsNot() {
      StubPipeline stub = failingOnce(new IOException("reset"));
      assertThatThrownBy(() -> stub.send(HttpMethod.POST, CREATE_RUN))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("reset");
      assertThat(stub.sent()).hasSize(1);
    }

    @Test
    void areNoneWhereNoConnectionStood() {
      StubPipeline stub = failingOnce(new ConnectException("refused"));
      assertThat(stub.send(HttpMethod.POST, CREATE_RUN).getStatusCode()).isEqualTo(200);
    }
  }

  private StubPipeline onceThenOk(int status, String... headers) {
    return once(request -> StubPipeline.answer(request, status, headers));
  }

  private StubPipeline failingOnce(IOException failure) {
    return once(
        request -> {
          throw new UncheckedIOException(failure);
        });
  }

  private StubPipeline once(Function<HttpRequest, HttpResponse> first) {
    boolean[] done = {false};
    return new StubPipeline(
        request -> {
          if (done[0]) {
            return StubPipeline.answer(request, 200);
          }
          done[0] = true;
          return first.apply(request);
        },
        policy());
  }

  private SeamRetryPolicy policy() {
    return new SeamRetryPolicy(cloud);
  }
}
