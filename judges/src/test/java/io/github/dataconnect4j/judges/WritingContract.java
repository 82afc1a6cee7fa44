package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobUploadFromFileOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How blobs are written, changed and deleted. */
abstract class WritingContract extends StorageTopic {

  @Test
  void keepsBytesAsTheyAre() {
    byte[] bytes = bytes(300_000);
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(bytes)), null, Context.NONE);
    assertThat(blob("a").downloadContent().toBytes()).isEqualTo(bytes);
  }

  @Test
  void answersCreatedWithAnEntityTag() {
    Response<?> response =
        blob("a")
            .uploadWithResponse(
                new BlockBlobSimpleUploadOptions(BinaryData.fromString("1")), null, Context.NONE);
    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders().getValue(HttpHeaderName.ETAG)).matches("\"?0x[0-9A-F]+\"?");
    assertThat(response.getHeaders().getValue(HttpHeaderName.LAST_MODIFIED)).endsWith("GMT");
  }

  @Test
  void keepsAnEmptyBlob() {
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString("")), null, Context.NONE);
    assertThat(blob("a").getProperties().getBlobSize()).isZero();
    assertThat(text("a")).isEmpty();
  }

  @Test
  void replacesABlobAndItsEntityTag() {
    String first = put("a", "1");
    String second = put("a", "2");
    assertThat(second).isNotEqualTo(first);
    assertThat(text("a")).isEqualTo("2");
  }

  @Test
  void keepsContentHeaders() {
    BlobHttpHeaders headers =
        new BlobHttpHeaders()
            .setContentType("text/csv")
            .setContentEncoding("identity")
            .setContentLanguage("de")
            .setContentDisposition("attachment")
            .setCacheControl("no-store");
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString("1")).setHeaders(headers),
            null,
            Context.NONE);
    BlobProperties properties = blob("a").getProperties();
    assertThat(properties.getContentType()).isEqualTo("text/csv");
    assertThat(properties.getContentEncoding()).isEqualTo("identity");
    assertThat(properties.getContentLanguage()).isEqualTo("de");
    assertThat(properties.getContentDisposition()).isEqualTo("attachment");
    assertThat(properties.getCacheControl()).isEqualTo("no-store");
  }

  @Test
  void takesOctetStreamForTheTypeOfBytesWithoutOne() {
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString("1")), null, Context.NONE);
    assertThat(blob("a").getProperties().getContentType()).isEqualTo("application/octet-stream");
  }

  @Test
  void checksADigestThatComesWithTheBytes() throws NoSuchAlgorithmException {
    byte[] right = md5("1");
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString("1")).setContentMd5(right),
            null,
            Context.NONE);
    refused(
        400,
        differs(Difference.WRONG_DIGEST_CODE) ? "InvalidOperation" : "Md5Mismatch",
        () ->
            blob("b")
                .uploadWithResponse(
                    new BlockBlobSimpleUploadOptions(BinaryData.fromString("2"))
                        .setContentMd5(right),
                    null,
                    Context.NONE));
    assertThat(blob("b").exists()).isFalse();
    assertThat(blob("a").getProperties().getContentMd5()).isEqualTo(right);
  }

  @Test
  void computesTheDigestOfABlobWrittenInOneGo() throws NoSuchAlgorithmException {
    put("a", "1");
    assertThat(blob("a").getProperties().getContentMd5()).isEqualTo(md5("1"));
  }

  @Test
  void keepsMetadataAndReplacesItWhole() {
    blob("a")
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString("1"))
                .setMetadata(Map.of("run", "7", "owner", "ida")),
            null,
            Context.NONE);
    assertThat(blob("a").getProperties().getMetadata())
        .containsExactlyInAnyOrderEntriesOf(Map.of("run", "7", "owner", "ida"));
    blob("a").setMetadata(Map.of("run", "8"));
    assertThat(blob("a").getProperties().getMetadata())
        .containsExactlyInAnyOrderEntriesOf(Map.of("run", "8"));
  }

  @Test
  void keepsNamesOfMetadataAsTheyAreWritten() {
    put("a", "1");
    blob("a").setMetadata(Map.of("RunId", "7"));
    assertThat(blob("a").getProperties().getMetadata()).containsExactly(Map.entry("RunId", "7"));
  }

  @Test
  void changesContentHeadersAndNothingElse() {
    put("a", "1");
    blob("a").setMetadata(Map.of("run", "7"));
    String before = blob("a").getProperties().getETag();
    blob("a").setHttpHeaders(new BlobHttpHeaders().setContentType("text/plain"));
    BlobProperties after = blob("a").getProperties();
    assertThat(after.getContentType()).isEqualTo("text/plain");
    assertThat(after.getMetadata()).containsEntry("run", "7");
    assertThat(after.getETag()).isNotEqualTo(before);
    assertThat(text("a")).isEqualTo("1");
  }

  @Test
  void putsALargeFileTogetherOfBlocks(@TempDir Path folder) throws IOException {
    byte[] bytes = bytes(3 << 20);
    Path file = Files.write(folder.resolve("large"), bytes);
    container
        .getBlobClient("large")
        .uploadFromFileWithResponse(
            new BlobUploadFromFileOptions(file.toString())
                .setParallelTransferOptions(
                    new ParallelTransferOptions()
                        .setBlockSizeLong(1L << 20)
                        .setMaxSingleUploadSizeLong(1L << 20)),
            null,
            Context.NONE);
    assertThat(blob("large").listBlocks(BlockListType.COMMITTED).getCommittedBlocks()).hasSize(3);
    assertThat(blob("large").downloadContent().toBytes()).isEqualTo(bytes);
  }

  @Test
  void endsWithDeleting() {
    put("a", "1");
    assertThat(blob("a").deleteWithResponse(null, null, null, Context.NONE).getStatusCode())
        .isEqualTo(202);
    refused(404, "BlobNotFound", () -> blob("a").delete());
    assertThat(blob("a").deleteIfExists()).isFalse();
  }

  @Test
  void needsAKindOfBlob() {
    try (HttpResponse response =
        judge().send(HttpMethod.PUT, path("a"), BinaryData.fromString("1"))) {
      assertThat(response.getStatusCode()).isEqualTo(400);
    }
  }
}
