package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.storage.blob.models.BlobStorageException;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureErrorsTest {

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(400, RejectedException.class, Problem.Retry.NO),
        Arguments.of(401, NotPermittedException.class, Problem.Retry.NO),
        Arguments.of(403, NotPermittedException.class, Problem.Retry.NO),
        Arguments.of(404, NotFoundException.class, Problem.Retry.NO),
        Arguments.of(408, ServiceUnavailableException.class, Problem.Retry.YES),
        Arguments.of(409, ConflictException.class, Problem.Retry.NO),
        Arguments.of(412, ConflictException.class, Problem.Retry.NO),
        Arguments.of(422, RejectedException.class, Problem.Retry.NO),
        Arguments.of(429, ThrottledException.class, Problem.Retry.YES),
        Arguments.of(500, ServiceUnavailableException.class, Problem.Retry.YES),
        Arguments.of(503, ServiceUnavailableException.class, Problem.Retry.YES));
  }

  @Nested
  class Answers {

    @ParameterizedTest
    @MethodSource("io.github.dataconnect4j.azure.AzureErrorsTest#statuses")
    void becomeOneOfOurExceptions(int status, Class<?> type, Problem.Retry retry) {
      RuntimeException cause = managed(status, "SomeCode", "Some words");
      DataConnectException translated = AzureErrors.translate("do it", cause);
      assertThat(translated)
          .isInstanceOf(type)
          .hasCause(cause)
          .hasMessageStartingWith("Could not do it: Some words. ")
          .hasMessageEndingWith("[SomeCode] (request r-1)");
      assertThat(translated.problem().code()).contains("SomeCode");
      assertThat(translated.problem().requestId()).contains("r-1");
      assertThat(translated.problem().retry()).isEqualTo(retry);
      assertThat(translated.problem().cure()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
      "403, AuthorizationFailed, User Access Administrator",
      "403, AuthorizationPermissionMismatch, Storage Blob Data Reader",
      "409, MissingSubscriptionRegistration, Register the resource provider",
      "409, StorageAccountAlreadyTaken, Choose another name",
      "404, ResourceGroupNotFound, Create the resource group first"
    })
    void areCuredByTheirCode(int status, String code, String cure) {
      assertThat(AzureErrors.translate("do it", managed(status, code, "No.")))
          .hasMessageContaining(cure);
    }

    @Test
    void ofStorageAreReadFromTheirXml() {
      HttpResponse response = response(404, "x-ms-error-code", "BlobNotFound");
      RuntimeException cause =
          new BlobStorageException(
              "Status code 404, \"<?xml?><Error><Code>BlobNotFound</Code><Message>The specified blob"
                  + " does not exist.</Message></Error>\"",
              response,
              null);
      assertThat(AzureErrors.translate("read it", cause))
          .isInstanceOf(NotFoundException.class)
          .hasMessageStartingWith("Could not read it: The specified blob does not exist. ")
          .hasMessageContaining("[BlobNotFound]");
    }

    @Test
    void ofAnyShapeAreReadFromTheirEnvelope() {
      RuntimeException cause =
          new HttpResponseException(
              "Status code 409",
              response(409),
              Map.of("error", Map.of("code", "Busy", "message", "Come back later.")));
      assertThat(AzureErrors.translate("write it", cause))
          .isInstanceOf(ConflictException.class)
          .hasMessageStartingWith("Could not write it: Come back later. ")
          .hasMessageContaining("[Busy]");
    }

    @Test
    void areFoundBehindOtherExceptions() {
      RuntimeException wrapped =
          new RuntimeException(new ExecutionException(managed(404, "X", "No")));
      assertThat(AzureErrors.isNotFound(wrapped)).isTrue();
      assertThat(AzureErrors.translate("do it", wrapped)).isInstanceOf(NotFoundException.class);
    }
  }

  @Nested
  class SignIns {

    @ParameterizedTest
    @CsvSource({
      "AADSTS7000215, Make a new secret",
      "AADSTS7000222, Make a new secret",
      "AADSTS700016, Check the client id",
      "AADSTS90002, Check the tenant id",
      "AADSTS50076, https://login.microsoftonline.com/error?code=50076"
    })
    void areCuredByTheirCode(String code, String cure) {
      RuntimeException cause =
          new RuntimeException(
              new ExecutionException(
                  new ClientAuthenticationException(code + ": Something, Trace ID: 1", null)));
      DataConnectException translated = AzureErrors.translate("sign in", cause);
      assertThat(translated).isInstanceOf(NotPermittedException.class).hasMessageContaining(cure);
      assertThat(translated.problem().code()).contains(code);
    }
  }

  @Nested
  class BrokenConnections {

    @ParameterizedTest
    @MethodSource("io.github.dataconnect4j.azure.AzureErrorsTest#failures")
    void saySo(IOException failure, String reason, Problem.Retry retry) {
      DataConnectException translated =
          AzureErrors.translate("do it", new UncheckedIOException(failure));
      assertThat(translated)
          .isInstanceOf(ServiceUnavailableException.class)
          .hasMessageContaining(reason);
      assertThat(translated.problem().retry()).isEqualTo(retry);
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("h"), "not known: h.", Problem.Retry.YES),
        Arguments.of(new ConnectException("refused"), "reached: refused.", Problem.Retry.YES),
        Arguments.of(
            new SocketTimeoutException("Connect timed out"), "reached: ", Problem.Retry.YES),
        Arguments.of(new SocketTimeoutException("timeout"), "in time: timeout.", Problem.Retry.YES),
        Arguments.of(new SSLHandshakeException("PKIX"), "andAuthority", Problem.Retry.NO));
  }

  @Nested
  class Outcomes {

    @Test
    void areOpenWithoutAnAnswer() {
      assertThat(AzureErrors.mayHaveHappened(new UncheckedIOException(new IOException("reset"))))
          .isTrue();
      assertThat(AzureErrors.mayHaveHappened(new RuntimeException(new TimeoutException("late"))))
          .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 408, 500, 502, 503, 504})
    void areOpenAfterAnAnswerThatDoesNotSayThatNothingWasDone(int status) {
      assertThat(AzureErrors.mayHaveHappened(managed(status, "X", "Y"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412, 429})
    void areKnownAfterARefusal(int status) {
      assertThat(AzureErrors.mayHaveHappened(managed(status, "X", "Y"))).isFalse();
    }

    static Stream<IOException> neverSent() {
      return Stream.of(
          new ConnectException("refused"),
          new UnknownHostException("management.example"),
          new NoRouteToHostException("none"),
          new SSLHandshakeException("PKIX"),
          new SSLPeerUnverifiedException("other name"),
          new SocketTimeoutException("Connect timed out"),
          new SocketTimeoutException("failed to connect to /10.0.0.1 (port 443) after 10000ms"));
    }

    @ParameterizedTest
    @MethodSource("neverSent")
    void areKnownWhereNoConnectionStood(IOException failure) {
      assertThat(AzureErrors.mayHaveHappened(new UncheckedIOException(failure))).isFalse();
      assertThat(AzureErrors.mayHaveHappened(new RuntimeException(new IOException("", failure))))
          .isFalse();
    }

    @Test
    void areKnownWhenRefusedOnThisSide() {
      DataConnectException signIn =
          AzureErrors.translate("sign in", new UncheckedIOException(new IOException("reset")));
      assertThat(AzureErrors.mayHaveHappened(new RuntimeException(signIn))).isFalse();
    }
  }

  @Test
  void ownExceptionsStayAsTheyAre() {
    DataConnectException own = AzureErrors.translate("do it", managed(404, "X", "Y"));
    assertThat(AzureErrors.translate("do more", new RuntimeException(own))).isSameAs(own);
  }

  @Test
  void mistakesOfTheCallerStayAsTheyAre() {
    IllegalStateException mistake = new IllegalStateException("no credential");
    assertThatThrownBy(() -> AzureErrors.translate("do it", mistake)).isSameAs(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sent Authorization: Bearer abcdefghijklmnop",
        "the token eyJhbGciOiJub25lIn0.eyJzdXBlciI6InNlY3JldCJ9.c2lnbmF0dXJl was refused",
        "body client_id=1&client_secret=hunter2hunter2&x=1",
        "url https://a.blob.core.windows.net/c?sv=1&sig=hunter2hunter2",
        "{\"servicePrincipalKey\":\"hunter2hunter2\"}"
      })
  void secretsAreInNoMessage(String words) {
    assertThat(AzureErrors.translate("do it", managed(400, "BadRequest", words)))
        .hasMessageContaining("[hidden]")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("abcdefghijklmnop")
        .hasMessageNotContaining("eyJ");
  }

  private static ManagementException managed(int status, String code, String message) {
    return new ManagementException(
        "Status code " + status,
        response(status, "x-ms-request-id", "r-1"),
        new ManagementError(code, message));
  }

  private static HttpResponse response(int status, String... headers) {
    HttpRequest request = new HttpRequest(HttpMethod.GET, "https://management.azure.com/x");
    return StubPipeline.answer(request, status, headers);
  }
}
