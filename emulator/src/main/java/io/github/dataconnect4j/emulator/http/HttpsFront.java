package io.github.dataconnect4j.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.dataconnect4j.emulator.RecordedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTPS server in front of all emulated services, on loopback. */
public final class HttpsFront implements AutoCloseable {

  /** How many requests are remembered; the oldest are forgotten first. */
  public static final int MOST_REQUESTS = 10_000;

  /** How many requests without a route are remembered, beyond that. */
  public static final int MOST_UNKNOWN = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(HttpsFront.class);
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final HttpsServer server;
  private final ExecutorService threads;
  private final List<Service> services;
  private final Dispatch dispatch;
  private final LoopbackCallers callers;
  private final RequestLog requests = new RequestLog(MOST_REQUESTS, MOST_UNKNOWN);

  /**
   * Starts to listen.
   *
   * @param port the port; 0 for any that is free
   * @param disruptions what goes wrong by order
   * @throws IOException if the port cannot be had
   */
  public HttpsFront(int port, SSLContext tls, List<Service> services, Disruption.Plan disruptions)
      throws IOException {
    ServerTuning.apply();
    this.services = List.copyOf(services);
    this.dispatch = new Dispatch(disruptions);
    InetSocketAddress address =
        new InetSocketAddress(
            InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port);
    try {
      server = HttpsServer.create(address, 0);
    } catch (BindException e) {
      throw new BindException(
          "Port "
              + port
              + " on 127.0.0.1 is in use. Stop what listens there, or take port 0 for any free one.");
    }
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    threads =
        Executors.newCachedThreadPool(
            task -> {
              // Daemons, so that a program that forgets to close the emulator still ends.
              Thread thread = new Thread(task, "emulator-http-" + THREADS.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    callers = new LoopbackCallers(server.getAddress().getPort());
    server.createContext("/", this::serve);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The latest requests, in the order in which they were answered. */
  public List<RecordedRequest> requests() {
    return requests.latest();
  }

  /** The first requests that no service has a route for. */
  public List<RecordedRequest> unknownRoutes() {
    return requests.unknown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!callers.admit(exchange.getRequestHeaders())) {
        LOG.warn("refused: Host or Origin is not this machine's own");
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody());
      Service service =
          services.stream().filter(one -> one.claims(request)).findFirst().orElseThrow();
      Optional<Response> answer =
          dispatch.answer(service, request).map(one -> service.finish(request, one));
      record(service, request, answer.map(Response::status).orElse(0));
      if (answer.isEmpty()) {
        // Closing the exchange unanswered breaks the connection, as was ordered.
        return;
      }
      Response response = answer.get();
      try {
        // An unread body would be taken for the next request on the connection.
        request.stream().transferTo(OutputStream.nullOutputStream());
        send(exchange, request, response);
      } finally {
        response.body().close();
      }
    } catch (IOException e) {
      LOG.debug("answer not sent method={} cause={}", exchange.getRequestMethod(), e.toString(), e);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("answer not made method={}", exchange.getRequestMethod(), e);
      throw e;
    }
  }

  private void record(Service service, Request request, int status) {
    Optional<String> operation =
        service.routes().match(request).map(match -> match.operation().id());
    record(
        new RecordedRequest(service.name(), request.method(), request.target(), status, operation));
  }

  private void record(RecordedRequest request) {
    LOG.debug(
        "service={} method={} target={} status={}",
        request.service(),
        request.method(),
        request.target(),
        request.status());
    requests.add(request);
  }

  private static void send(HttpExchange exchange, Request request, Response response)
      throws IOException {
    HeaderNames.put(response.headers(), exchange.getResponseHeaders());
    request
        .header("client-request-id")
        .ifPresent(id -> exchange.getResponseHeaders().set("client-request-id", id));
    long length = response.body().length();
    if (request.method().equals("HEAD")) {
      // The length of what a GET would send: the JDK leaves it to the handler.
      exchange.getResponseHeaders().putIfAbsent("Content-Length", List.of(Long.toString(length)));
      exchange.sendResponseHeaders(response.status(), -1);
    } else if (length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), length);
      try (OutputStream out = exchange.getResponseBody()) {
        response.body().writeTo(out);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
