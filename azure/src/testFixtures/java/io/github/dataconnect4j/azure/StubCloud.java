package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.dataconnect4j.cloud.Cloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import reactor.core.publisher.Mono;

/** A server with a certificate of its own, which answers what a test lays out for it. */
public final class StubCloud implements AutoCloseable {

  public static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";

  private final HandMovedTime time = new HandMovedTime();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;

  public StubCloud() throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .signedBy(authority)
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    HandshakeCertificates tls =
        new HandshakeCertificates.Builder().heldCertificate(leaf, authority.certificate()).build();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.sslContext()));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /**
   * What the server said or says.
   *
   * @param status 0 to close the connection without an answer
   */
  public record Answer(int status, Map<String, String> headers, String body) {}

  /** A request as it arrived. */
  public record Seen(String line, String authorization, Map<String, String> headers, String body) {}

  /**
   * Lays out one more answer to a request, such as {@code GET /subscriptions/1}; the last stays.
   */
  public StubCloud on(String line, int status, String body) {
    return on(line, status, Map.of(), body);
  }

  public StubCloud on(String line, int status, Map<String, String> headers, String body) {
    answers
        .computeIfAbsent(line, unused -> new ArrayDeque<>())
        .add(new Answer(status, headers, body));
    return this;
  }

  public String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  public Cloud cloud() {
    return Cloud.builder("Stub")
        .authority(url())
        .resourceManager(url(), "https://management.azure.com")
        .graph(url() + "/v1.0", "https://graph.microsoft.com")
        .blob(url() + "/{account}")
        .portal(url() + "/data-connect")
        .trust(List.of(authority.certificate()))
        .time(time)
        .chance(new Random(7))
        .build();
  }

  public AzureAccount account() {
    return AzureAccount.at(cloud()).credential(credential()).subscription(SUBSCRIPTION);
  }

  /** Gives out token-1, token-2 and so on, each good for ever. */
  public TokenCredential credential() {
    return request ->
        Mono.fromSupplier(
            () ->
                new AccessToken(
                    "token-" + tokens.incrementAndGet(),
                    OffsetDateTime.parse("9999-01-01T00:00:00Z")));
  }

  public HandMovedTime time() {
    return time;
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public List<String> lines() {
    return seen.stream().map(Seen::line).toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      int query = target.indexOf('?');
      String line =
          exchange.getRequestMethod() + " " + (query < 0 ? target : target.substring(0, query));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      headers.put("target", target);
      seen.add(new Seen(line, headers.getOrDefault("Authorization", ""), headers, body));
      send(exchange, answer(line));
    }
  }

  private synchronized Answer answer(String line) {
    Queue<Answer> laidOut = answers.get(line);
    if (laidOut == null) {
      return new Answer(
          404, Map.of(), "{\"error\":{\"code\":\"NotLaidOut\",\"message\":\"" + line + "\"}}");
    }
    return laidOut.size() > 1 ? laidOut.remove() : laidOut.element();
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status == 0) {
      return; // closing the exchange without headers breaks the connection
    }
    byte[] bytes = answer.body.replace("{url}", url()).getBytes(StandardCharsets.UTF_8);
    String type = answer.body.startsWith("<") ? "application/xml" : "application/json";
    exchange.getResponseHeaders().set("Content-Type", type);
    answer.headers.forEach(
        (name, value) -> exchange.getResponseHeaders().set(name, value.replace("{url}", url())));
    exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
