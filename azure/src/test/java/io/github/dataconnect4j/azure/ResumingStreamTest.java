package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ResumingStreamTest {

  private static final URI ENDPOINT = URI.create("https://store.blob.core.windows.net");
  private static final HttpHeaderName RANGE = HttpHeaderName.fromString("x-ms-range");
  private static final byte[] CONTENT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  private final HandMovedTime time = new HandMovedTime();
  private StubPipeline stub;

  @Test
  void readsAFileInOneRequest() throws IOException {
    try (InputStream in = open((request, offset) -> from(request, offset, CONTENT.length))) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
    HttpRequest request = stub.sent().get(0);
    assertThat(stub.sent()).hasSize(1);
    assertThat(request.getUrl()).hasToString(ENDPOINT + "/m365/mail%2Fpart%201.json");
    assertThat(request.getHeaders().getValue(HttpHeaderName.IF_MATCH)).isEqualTo("\"0x1\"");
    assertThat(request.getHeaders().getValue(HttpHeaderName.ACCEPT_ENCODING)).isEqualTo("identity");
    assertThat(request.getHeaders().getValue(RANGE)).isNull();
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    try (InputStream in = open((request, offset) -> from(request, offset, 5))) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(ranges()).containsExactly(null, "bytes=5-", "bytes=10-", "bytes=15-");
    assertThat(stub.sent())
        .allSatisfy(
            request ->
                assertThat(request.getHeaders().getValue(HttpHeaderName.IF_MATCH))
                    .isEqualTo("\"0x1\""));
    assertThat(time.sleeps()).hasSize(3);
  }

  @Test
  void goesOnWhereTheBodyEndsTooSoon() throws IOException {
    try (InputStream in =
        open(
            (request, offset) ->
                StubPipeline.answer(
                    request,
                    offset == 0 ? 200 : 206,
                    new ByteArrayInputStream(CONTENT, offset, offset == 0 ? 3 : 13)))) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(ranges()).containsExactly(null, "bytes=3-");
  }

  @Test
  void givesUpWhenNothingComesInAnyMore() throws IOException {
    try (InputStream in = open((request, offset) -> from(request, offset, offset == 0 ? 4 : 0))) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(ServiceUnavailableException.class)
          .hasMessageContaining("read mail/part 1.json")
          .hasMessageContaining("4 times in a row at byte 4 of 16")
          .hasRootCauseMessage("broken");
    }
    assertThat(stub.sent()).hasSize(4);
  }

  @Test
  void failsWhenTheFileChanges() throws IOException {
    try (InputStream in =
        open(
            (request, offset) ->
                offset == 0
                    ? from(request, offset, 4)
                    : StubPipeline.answer(
                        request,
                        412,
                        "x-ms-error-code",
                        "ConditionNotMet",
                        "x-ms-request-id",
                        "r1"))) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOfSatisfying(
              UnreadableDataException.class,
              e -> assertThat(e.problem().requestId()).contains("r1"))
          .hasMessageContaining("The file changed while it was read");
    }
  }

  @Test
  void saysAtOnceThatAFileIsNotThere() {
    assertThatThrownBy(
            () ->
                open(
                    (request, offset) ->
                        StubPipeline.answer(request, 404, "x-ms-error-code", "BlobNotFound")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("[BlobNotFound]");
  }

  @Test
  void isNotReadAfterItIsClosed() throws IOException {
    InputStream in = open((request, offset) -> from(request, offset, CONTENT.length));
    in.close();
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("is closed");
  }

  private InputStream open(BiFunction<HttpRequest, Integer, HttpResponse> answer) {
    Cloud cloud = Cloud.AZURE.with(time, new Random(3));
    stub =
        new StubPipeline(
            request -> answer.apply(request, offset(request)), new SeamRetryPolicy(cloud));
    StoredFile file = new StoredFile("mail/part 1.json", CONTENT.length, "0x1", Instant.EPOCH);
    return new BlobFiles(cloud, stub::pipeline).open(ENDPOINT, "m365", file);
  }

  private List<String> ranges() {
    return stub.sent().stream().map(request -> request.getHeaders().getValue(RANGE)).toList();
  }

  private static int offset(HttpRequest request) {
    String range = request.getHeaders().getValue(RANGE);
    return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
  }

  /** The content from an offset, breaking after some bytes. */
  private static HttpResponse from(HttpRequest request, int offset, int count) {
    InputStream some =
        new ByteArrayInputStream(CONTENT, offset, Math.min(count, CONTENT.length - offset));
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("files are read in pieces");
          }

          @Override
          public int read(byte[] target, int start, int length) throws IOException {
            int read = some.read(target, start, length);
            if (read < 0) {
              throw new IOException("broken");
            }
            return read;
          }
        };
    return StubPipeline.answer(request, offset == 0 ? 200 : 206, breaking);
  }
}
