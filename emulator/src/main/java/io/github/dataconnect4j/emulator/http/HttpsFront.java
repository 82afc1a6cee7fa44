package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTPS server in front of all emulated services, on loopback. */
public final class HttpsFront implements AutoCloseable {

  /** How many requests are remembered; the oldest are forgotten first. */
  public static final int MOST_REQUESTS = 10_000;

  /** How many requests without a route are remembered, beyond that. */
  public static final int MOST_UNKNOWN = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(HttpsFront.class);

  private final Connections connections;
  private final List<Service> services;
  private final Dispatch dispatch;
  private final LoopbackCallers callers;
  private final RequestLog requests = new RequestLog(MOST_REQUESTS, MOST_UNKNOWN);

  /**
   * Starts to listen.
   *
   * @param port the port; 0 for any that is free
   * @param faults what goes wrong by order
   * @throws IOException if the port cannot be had
   */
  public HttpsFront(int port, SSLContext tls, List<Service> services, FaultPlan faults)
      throws IOException {
    this.services = List.copyOf(services);
    this.dispatch = new Dispatch(faults);
    HttpProcessor completion =
        HttpProcessorBuilder.create()
            .addAll(new ResponseDate(), new ResponseContent(), new ResponseConnControl())
            .build();
    connections =
        new Connections(
            port,
            tls,
            new HttpService(completion, new BasicHttpServerExpectationDecorator(this::serve)));
    callers = new LoopbackCallers(connections.port());
    connections.start();
  }

  public int port() {
    return connections.port();
  }

  /** The latest requests, in the order in which they were answered. */
  public List<RecordedRequest> requests() {
    return requests.latest();
  }

  /** The first requests that no service has a route for. */
  public List<RecordedRequest> unknownRoutes() {
    return requests.unknown();
  }

  private void serve(
      ClassicHttpRequest received,
      HttpServerRequestHandler.ResponseTrigger trigger,
      HttpContext context)
      throws IOException, HttpException {
    Headers headers = new Headers();
    received
        .headerIterator()
        .forEachRemaining(header -> headers.add(header.getName(), header.getValue()));
    if (!callers.admit(headers)) {
      LOG.warn("refused: Host or Origin is not this machine's own");
      trigger.submitResponse(new BasicClassicHttpResponse(403));
      return;
    }
    HttpEntity entity = received.getEntity();
    try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
      String target = ((RawRequest) received).target();
      answer(new Request(received.getMethod(), target, headers, body), trigger);
    } catch (IOException e) {
      LOG.debug("answer not sent method={} cause={}", received.getMethod(), e.toString(), e);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("answer not made method={}", received.getMethod(), e);
      throw e;
    }
  }

  private void answer(Request request, HttpServerRequestHandler.ResponseTrigger trigger)
      throws IOException, HttpException {
    Service service =
        services.stream().filter(one -> one.claims(request)).findFirst().orElseThrow();
    Optional<Response> answer =
        dispatch.answer(service, request).map(one -> service.finish(request, one));
    record(service, request, answer.map(Response::status).orElse(0));
    if (answer.isEmpty()) {
      throw new ConnectionClosedException("broken off, as was ordered");
    }
    Response response = answer.get();
    try {
      // Clients that write while they are answered may never see the answer.
      request.stream().transferTo(OutputStream.nullOutputStream());
      trigger.submitResponse(message(request, response));
    } finally {
      response.body().close();
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

  private static ClassicHttpResponse message(Request request, Response response) {
    ClassicHttpResponse message = new BasicClassicHttpResponse(response.status());
    response.headers().forEach(message::setHeader);
    request.header("client-request-id").ifPresent(id -> message.setHeader("client-request-id", id));
    // A HEAD tells the length of what a GET would send, and its body has none.
    Header length = message.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
    message.removeHeaders(HttpHeaders.CONTENT_LENGTH);
    long bytes = length == null ? response.body().length() : Long.parseLong(length.getValue());
    if (bytes > 0) {
      message.setEntity(new BodyEntity(response.body(), bytes));
    }
    return message;
  }

  @Override
  public void close() {
    connections.close();
  }
}
