package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.error.WaitEndedException.Limit;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.time.TimeSource;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that takes connections and says nothing; without a bound each test hangs. */
@Timeout(60)
class WithinTheWaitTest {

  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final Waiting waiting = new Waiting(TimeSource.system(), new Random(1));
  private final CountDownLatch called = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpStack stack =
      HttpStack.open(
          Cloud.AZURE, HttpSettings.standard().withReadTimeout(FOR_EVER).withCallTimeout(FOR_EVER));
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          while (true) {
            try {
              @SuppressWarnings("unused") // stays open until the test ends
              Socket silent = server.accept();
              called.countDown();
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    stack.close();
    threads.shutdownNow();
  }

  @Test
  void aSilentServiceHoldsALookNoLongerThanItsWait() {
    WaitEndedException ended =
        catchThrowableOfType(
            WaitEndedException.class,
            () -> look(WaitPolicy.upTo(Duration.ofSeconds(2)).withPause(Duration.ofMillis(100))));

    assertThat(ended.limit()).isEqualTo(Limit.TOTAL);
    assertThat(ended.looks()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheCallAndTellsOfTheWait() throws InterruptedException {
    Thread waiter = Thread.currentThread();
    threads.execute(
        () -> {
          try {
            called.await();
            waiter.interrupt();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    WaitEndedException ended =
        catchThrowableOfType(WaitEndedException.class, () -> look(WaitPolicy.patient()));

    assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    assertThat(ended.limit()).isEqualTo(Limit.INTERRUPTED);
    assertThat(ended).hasMessageContaining("Could not see run 7 end");
  }

  private String look(WaitPolicy policy) {
    Resending resending = new Resending(Cloud.AZURE);
    OkHttpClient client = stack.okHttp();
    Request request =
        new Request.Builder().url("http://127.0.0.1:" + server.getLocalPort() + "/run").build();
    return waiting.until(
        policy,
        () -> {
          try (Response answer = resending.send(new Get(client, request))) {
            return Optional.of(answer.message());
          } catch (IOException e) {
            throw new ServiceUnavailableException(Problem.of("look", "silence.", "Wait."), e);
          }
        },
        limit -> Problem.of("see run 7 end", "it runs.", "Attach to it by its id."));
  }

  private record Get(OkHttpClient client, Request request) implements Exchange<Response> {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public URL url() {
      return request.url().url();
    }

    @Override
    public Response send() throws IOException {
      return client.newCall(request).execute();
    }

    @Override
    public int status(Response answer) {
      return answer.code();
    }

    @Override
    public String header(Response answer, String name) {
      return answer.header(name);
    }

    @Override
    public void discard(Response answer) {
      answer.close();
    }
  }
}
