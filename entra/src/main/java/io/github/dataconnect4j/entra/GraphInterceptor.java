package io.github.dataconnect4j.entra;

import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.shared.RetrySchedule;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for Graph's own retry handler, which sleeps on the machine's clock: sends again by the
 * {@link RetrySchedule} on the cloud's, and answers a 401 with one new token and one more try.
 */
final class GraphInterceptor implements Interceptor {

  private static final Logger LOG = LoggerFactory.getLogger(GraphInterceptor.class);
  private static final String BEARER = "Bearer ";

  /** Posts that come out the same when repeated, or leave nothing behind but a search. */
  private static final List<String> REPEATABLE_POSTS =
      List.of("/owners/$ref", "/servicePrincipals", "/security/auditLog/queries");

  private final AzureAccount account;
  private final HttpUrl base;
  private final RetrySchedule schedule;
  private final TimeSource time;

  GraphInterceptor(AzureAccount account) {
    this.account = account;
    URI graph = account.cloud().graph();
    this.base = HttpUrl.get(graph.toString());
    this.time = account.cloud().time();
    this.schedule = new RetrySchedule(time, account.cloud().chance());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    requireGraph(request.url());
    for (int retries = 0; ; retries++) {
      Response response = null;
      IOException failure = null;
      try {
        response = send(chain, request);
      } catch (IOException e) {
        failure = e;
      }
      Optional<Duration> pause = pause(request, retries, response, failure);
      LOG.debug(
          "request method={} path={} status={} retries={} pause={}",
          request.method(),
          request.url().encodedPath(),
          response == null ? "none" : response.code(),
          retries,
          pause.map(Duration::toString).orElse("none"));
      if (pause.isEmpty() && response != null) {
        return response;
      }
      if (pause.isEmpty() && failure != null) {
        throw failure;
      }
      if (response != null) {
        response.close();
      }
      sleep(pause.orElseThrow());
    }
  }

  /** Sends once, and once more if the token was refused. */
  private Response send(Chain chain, Request request) throws IOException {
    Response response = chain.proceed(request);
    String header = request.header("Authorization");
    if (response.code() != 401 || header == null || !header.startsWith(BEARER)) {
      return response;
    }
    String challenge = response.header("WWW-Authenticate");
    if (challenge != null && challenge.contains("insufficient_claims")) {
      return response; // the client itself asks again, with the claims
    }
    response.close();
    account.forgetToken(header.substring(BEARER.length()));
    String token =
        account
            .credential()
            .getTokenSync(
                new TokenRequestContext().addScopes(GraphAccess.scope(account)).setCaeEnabled(true))
            .getToken();
    return chain.proceed(request.newBuilder().header("Authorization", BEARER + token).build());
  }

  private Optional<Duration> pause(
      Request request, int retries, @Nullable Response response, @Nullable IOException failure) {
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return Optional.empty();
    }
    boolean unsent = failure instanceof ConnectException || failure instanceof UnknownHostException;
    return schedule.pause(
        retries,
        unsent ? Safety.REPEATABLE : safety(request),
        response == null ? OptionalInt.empty() : OptionalInt.of(response.code()),
        Optional.ofNullable(response == null ? null : response.header("Retry-After")));
  }

  private static Safety safety(Request request) {
    String path = request.url().encodedPath();
    boolean writes = request.method().equals("POST") || request.method().equals("PATCH");
    return writes && REPEATABLE_POSTS.stream().noneMatch(path::endsWith)
        ? Safety.ONCE
        : Safety.REPEATABLE;
  }

  // The client checks the host alone; a link of an answer may name another port.
  private void requireGraph(HttpUrl url) {
    if (!url.isHttps() || !url.host().equals(base.host()) || url.port() != base.port()) {
      throw new RejectedException(
          Problem.of(
              "call " + url.scheme() + "://" + url.host() + ":" + url.port(),
              "It is not Microsoft Graph at " + base + ", and nothing was sent.",
              "Check the cloud's endpoints. If a service named the address in an answer, do not"
                  + " trust it."),
          null);
    }
  }

  private void sleep(Duration pause) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitEndedException(
          Problem.of(
              "send a request to Microsoft Graph again",
              "The thread was interrupted while it waited " + pause + ".",
              "Call again when the thread may wait."),
          WaitEndedException.Limit.INTERRUPTED,
          1,
          Duration.ZERO);
    }
  }
}
