package io.github.dataconnect4j.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.emulator.truth.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsFrontTest {

  private static final Operation THING = Operation.assumed("Thing_Do", "it is a test's");

  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final HandshakeCertificates tls =
      new HandshakeCertificates.Builder()
          .heldCertificate(certificate)
          .addTrustedCertificate(certificate.certificate())
          .build();
  private final SSLSocketFactory sockets = tls.sslSocketFactory();
  private final List<Request> served = new ArrayList<>();
  private Routes.Handler handler = (request, path) -> Response.of(200, "text/plain", "served");
  private @Nullable Fault fault;
  private HttpsFront front;

  @BeforeEach
  void listen() throws IOException {
    front =
        new HttpsFront(
            0, tls.sslContext(), List.of(new OneRoute()), operation -> Optional.ofNullable(fault));
  }

  @AfterEach
  void close() {
    front.close();
  }

  @Nested
  class Callers {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:{port}", "localhost:{port}", "127.0.0.1", "localhost"})
    void areServedWhenTheyNameThisMachine(String host) throws IOException {
      assertThat(call("GET", "Host: " + host, "")).startsWith("HTTP/1.1 200").endsWith("served");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "evil.test",
          "evil.test:{port}",
          "127.0.0.1.evil.test:{port}",
          "localhost.evil.test",
          "127.0.0.1:1",
          "0.0.0.0:{port}",
          "[::1]:{port}",
          "127.0.0.2:{port}",
          "2130706433:{port}",
          "user@127.0.0.1:{port}",
          "localhost.:{port}",
          ""
        })
    void areRefusedBeforeRoutingWhenTheyNameAnother(String host) throws IOException {
      assertThat(call("GET", "Host: " + host, "")).startsWith("HTTP/1.1 403");
      assertThat(served).isEmpty();
      assertThat(front.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X-Other: 1",
          "Host: localhost\r\nHost: evil.test",
          "Host: localhost\r\nOrigin: https://evil.test",
          "Host: localhost\r\nOrigin: null",
          "Host: localhost\r\nOrigin: http://localhost"
        })
    void areRefusedWhenTheyNameNobodyOrTwoOrComeFromElsewhere(String headers) throws IOException {
      assertThat(call("GET", headers, "")).startsWith("HTTP/1.1 403");
      assertThat(served).isEmpty();
    }

    @Test
    void areServedWhenTheyComeFromThisMachine() throws IOException {
      assertThat(call("GET", "Host: localhost:{port}\r\nOrigin: https://localhost:{port}", ""))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Nested
  class Failures {

    @Test
    void ofAHandlerAreAnsweredInTheServicesShape() throws IOException {
      handler =
          (request, path) -> {
            throw new IllegalStateException("a bug");
          };

      assertThat(call("GET", "Host: localhost", ""))
          .startsWith("HTTP/1.1 500")
          .endsWith("the service failed");
      assertThat(front.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.status()).isEqualTo(500));
    }

    @Test
    void ofABodyThatIsTooLongAreAnsweredWithoutHoldingIt() throws IOException {
      handler = (request, path) -> Response.of(200, "text/plain", request.body());

      assertThat(call("POST", "Host: localhost", "x".repeat(Request.LONGEST_BODY + 1)))
          .startsWith("HTTP/1.1 413")
          .endsWith("The body is longer than 4194304 bytes.");
    }

    @Test
    void ofAFormDoNotQuoteIt() throws IOException {
      handler = (request, path) -> Response.of(200, "text/plain", request.form().toString());

      assertThat(call("POST", "Host: localhost", "client_secret=%qmarked"))
          .startsWith("HTTP/1.1 400")
          .endsWith("The body is no form: a percent sign starts no escape.");
    }
  }

  @Nested
  class FaultsByOrder {

    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void note() {
      handler =
          (request, path) -> {
            done.add(request.method());
            return Response.of(200, "text/plain", "done");
          };
    }

    @Test
    void refuseBeforeAnythingHappens() throws IOException {
      fault = Fault.throttled(Duration.ofSeconds(7));

      assertThat(call("POST", "Host: localhost", "x"))
          .startsWith("HTTP/1.1 429")
          .contains("Retry-After: 7")
          .endsWith("ordered");
      assertThat(done).isEmpty();
    }

    @Test
    void loseARequest() throws IOException {
      fault = Fault.lostRequest();

      assertThat(call("POST", "Host: localhost", "x")).isEmpty();
      assertThat(done).isEmpty();
    }

    @Test
    void loseAnAnswerAfterTheDeed() throws IOException {
      fault = Fault.lostAnswer();

      assertThat(call("POST", "Host: localhost", "x")).isEmpty();
      assertThat(done).containsExactly("POST");
      assertThat(front.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.status()).isZero();
                assertThat(request.operation()).contains("Thing_Do");
              });
    }

    @Test
    void answerWithAnErrorAfterTheDeed() throws IOException {
      fault = Fault.answered(504);

      assertThat(call("POST", "Host: localhost", "x")).startsWith("HTTP/1.1 504");
      assertThat(done).containsExactly("POST");
    }
  }

  /** One request and its whole answer, byte by byte: clients would mend the odd headers. */
  private String call(String method, String headers, String body) throws IOException {
    String request =
        method
            + " /thing HTTP/1.1\r\n"
            + headers.replace("{port}", Integer.toString(front.port()))
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket =
        sockets.createSocket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), front.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.US_ASCII);
    }
  }

  private final class OneRoute implements Service {

    @Override
    public String name() {
      return "one";
    }

    @Override
    public boolean claims(Request request) {
      served.add(request);
      return true;
    }

    @Override
    public Routes routes() {
      Routes.Handler current = handler;
      return new Routes().on("GET", "/thing", THING, current).on("POST", "/thing", THING, current);
    }

    @Override
    public void authenticate(Request request) {}

    @Override
    public Response unknownRoute(Request request) {
      return Response.empty(404);
    }

    @Override
    public Response unreadable(Request request, IOException cause) {
      return Response.of(400, "text/plain", String.valueOf(cause.getMessage()));
    }

    @Override
    public Response refused(Request request, int status) {
      return Response.of(status, "text/plain", "ordered");
    }

    @Override
    public Response failed(Request request) {
      return Response.of(500, "text/plain", "the service failed");
    }
  }
}
