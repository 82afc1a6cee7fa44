package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How blobs are read. */
abstract class ReadingContract extends StorageTopic {

  @Test
  void showsWhatABlobIs() {
    String etag = put("a", "hello");
    BlobProperties properties = blob("a").getProperties();
    assertThat(properties.getBlobType()).isEqualTo(BlobType.BLOCK_BLOB);
    assertThat(properties.getBlobSize()).isEqualTo(5);
    assertThat(properties.getETag()).isEqualTo(etag);
    assertThat(properties.getCreationTime()).isNotNull();
    assertThat(properties.getLastModified()).isNotNull();
  }

  @Test
  void refusesWhatIsNotThere() {
    refused(404, "BlobNotFound", () -> text("none"));
    assertThat(blob("none").exists()).isFalse();
  }

  @Test
  void namesTheErrorOfAHeadRequestInAHeader() {
    try (HttpResponse response =
        judge().send(HttpMethod.HEAD, path("none"), BinaryData.fromString(""))) {
      assertThat(response.getStatusCode()).isEqualTo(404);
      assertThat(response.getHeaders().getValue(ERROR_CODE)).isEqualTo("BlobNotFound");
    }
  }

  @Test
  void givesRanges() {
    put("a", "0123456789");
    assertThat(range("a", new BlobRange(3, 4L))).isEqualTo("3456");
    assertThat(range("a", new BlobRange(7))).isEqualTo("789");
  }

  @Test
  void givesWhatThereIsOfARangeThatGoesBeyondTheEnd() {
    put("a", "0123456789");
    try (HttpResponse response =
        judge()
            .send(
                HttpMethod.GET,
                path("a"),
                BinaryData.fromString(""),
                "x-ms-range",
                "bytes=0-33554431")) {
      assertThat(response.getStatusCode()).isEqualTo(206);
      assertThat(header(response, "Content-Range")).isEqualTo("bytes 0-9/10");
      assertThat(response.getBodyAsBinaryData().toString()).isEqualTo("0123456789");
    }
  }

  @Test
  void takesTheStandardHeaderForARangeToo() {
    put("a", "0123456789");
    try (HttpResponse response =
        judge().send(HttpMethod.GET, path("a"), BinaryData.fromString(""), "Range", "bytes=2-3")) {
      assertThat(response.getStatusCode()).isEqualTo(206);
      assertThat(response.getBodyAsBinaryData().toString()).isEqualTo("23");
    }
  }

  @Test
  void refusesARangeBehindTheEnd() {
    put("a", "0123456789");
    if (differs(Difference.RANGE_AT_THE_END)) {
      assertThat(range("a", new BlobRange(10, 1L))).isEmpty();
    } else {
      refused(416, "InvalidRange", () -> range("a", new BlobRange(10, 1L)));
    }
  }

  @Test
  void streams() throws IOException {
    put("a", "0123456789");
    try (InputStream in = blob("a").openInputStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("0123456789");
    }
  }

  @Test
  void keepsTheDigestOfTheWholeApartFromThatOfARange() throws NoSuchAlgorithmException {
    put("a", "0123456789");
    blob("a").setHttpHeaders(new BlobHttpHeaders().setContentMd5(md5("0123456789")));
    try (HttpResponse response =
        judge()
            .send(
                HttpMethod.GET, path("a"), BinaryData.fromString(""), "x-ms-range", "bytes=0-1")) {
      assertThat(header(response, "x-ms-blob-content-md5"))
          .isEqualTo(Base64.getEncoder().encodeToString(md5("0123456789")));
      assertThat(header(response, "Content-MD5")).isNull();
    }
  }

  private String range(String name, BlobRange range) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    blob(name).downloadStreamWithResponse(out, range, null, null, false, null, Context.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }
}
