package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.BlobType;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockList;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ListBlobContainersOptions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.options.BlobUploadFromFileOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a storage endpoint does, as Microsoft's own client for Java meets it. A subclass says which
 * endpoint; the verdicts are the same for all, but for each {@link Difference} that a judge names.
 */
abstract class StorageContract {

  private static final AtomicInteger CONTAINERS = new AtomicInteger();
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");

  private BlobContainerClient container;

  abstract Judge judge();

  @BeforeEach
  void makeContainer() {
    container = judge().blobs().getBlobContainerClient("judged-" + CONTAINERS.incrementAndGet());
    container.create();
  }

  private boolean differs(Difference difference) {
    return judge().differences().contains(difference);
  }

  private BlockBlobClient blob(String name) {
    return container.getBlobClient(name).getBlockBlobClient();
  }

  private String path(String name) {
    return "/" + container.getBlobContainerName() + "/" + name;
  }

  private String put(String name, String text) {
    return blob(name)
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString(text)), null, Context.NONE)
        .getValue()
        .getETag();
  }

  private String text(String name) {
    return blob(name).downloadContent().toString();
  }

  private static void refused(int status, String code, ThrowingCallable call) {
    BlobStorageException refusal = catchThrowableOfType(BlobStorageException.class, call);
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(String.valueOf(refusal.getErrorCode())).isEqualTo(code);
  }

  private static String header(HttpResponse response, String name) {
    return response.getHeaderValue(HttpHeaderName.fromString(name));
  }

  @Nested
  class Containers {

    @Test
    void areThereOnceCreated() {
      assertThat(container.exists()).isTrue();
      assertThat(container.getProperties().getETag()).isNotBlank();
      assertThat(judge().blobs().getBlobContainerClient("never-made").exists()).isFalse();
    }

    @Test
    void areNotCreatedTwice() {
      refused(409, "ContainerAlreadyExists", () -> container.create());
      assertThat(container.createIfNotExists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upper", "two--dashes", "under_score"})
    void needAProperName(String name) {
      refused(
          400, "InvalidResourceName", () -> judge().blobs().getBlobContainerClient(name).create());
    }

    @Test
    void takeTheirBlobsWithThem() {
      put("a", "1");
      container.delete();
      refused(404, "ContainerNotFound", () -> text("a"));
      refused(404, "ContainerNotFound", () -> container.delete());
    }

    @Test
    void keepMetadata() {
      container.setMetadata(Map.of("owner", "ida"));
      assertThat(container.getProperties().getMetadata()).containsEntry("owner", "ida");
    }

    @Test
    void refuseBlobsWhereThereAreNone() {
      BlobContainerClient none = judge().blobs().getBlobContainerClient("never-made");
      refused(
          404,
          "ContainerNotFound",
          () -> none.getBlobClient("a").upload(BinaryData.fromString("1")));
      refused(404, "ContainerNotFound", () -> none.listBlobs().stream().toList());
    }

    @Test
    void areListedByPrefixAndPage() {
      String prefix = container.getBlobContainerName() + "-";
      List<String> names = List.of(prefix + "a", prefix + "b", prefix + "c");
      names.forEach(name -> judge().blobs().createBlobContainer(name));

      List<PagedResponse<BlobContainerItem>> pages = new ArrayList<>();
      judge()
          .blobs()
          .listBlobContainers(
              new ListBlobContainersOptions().setPrefix(prefix).setMaxResultsPerPage(2), null)
          .iterableByPage()
          .forEach(pages::add);

      assertThat(pages).hasSize(2);
      assertThat(pages.get(0).getValue()).hasSize(2);
      assertThat(
              pages.stream()
                  .flatMap(page -> page.getValue().stream())
                  .map(BlobContainerItem::getName))
          .containsExactlyElementsOf(names);
    }

    @Test
    void areListedAtTheAccountWithATrailingSlash() {
      try (HttpResponse response =
          judge().send(HttpMethod.GET, "/?comp=list", BinaryData.fromString(""))) {
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBodyAsBinaryData().toString())
            .contains("<Name>" + container.getBlobContainerName() + "</Name>");
      }
    }
  }

  @Nested
  class Writing {

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
      String name = differs(Difference.METADATA_NAMES_IN_LOWER_CASE) ? "runid" : "RunId";
      assertThat(blob("a").getProperties().getMetadata()).containsExactly(Map.entry(name, "7"));
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

  @Nested
  class Reading {

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
          judge()
              .send(HttpMethod.GET, path("a"), BinaryData.fromString(""), "Range", "bytes=2-3")) {
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
                  HttpMethod.GET,
                  path("a"),
                  BinaryData.fromString(""),
                  "x-ms-range",
                  "bytes=0-1")) {
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

  @Nested
  class Conditions {

    @Test
    void keepABlobFromBeingReplacedUnseen() {
      put("a", "1");
      refused(
          409,
          "BlobAlreadyExists",
          () -> container.getBlobClient("a").upload(BinaryData.fromString("2")));
      assertThat(text("a")).isEqualTo("1");
    }

    @Test
    void letReplaceTheVersionThatIsMeantAndNoOther() {
      String first = put("a", "1");
      replace("2", new BlobRequestConditions().setIfMatch(first));
      refused(
          412,
          "ConditionNotMet",
          () -> replace("3", new BlobRequestConditions().setIfMatch(first)));
      assertThat(text("a")).isEqualTo("2");
    }

    @Test
    void refuseToReplaceWhatIsNotThere() {
      refused(
          412,
          "ConditionNotMet",
          () -> replace("1", new BlobRequestConditions().setIfMatch("\"0x8D0000000000000\"")));
    }

    @Test
    void letReadTheVersionThatIsMeantAndNoOther() {
      String etag = put("a", "1");
      assertThat(read(new BlobRequestConditions().setIfMatch(etag))).isEqualTo("1");
      refused(
          412,
          "ConditionNotMet",
          () -> read(new BlobRequestConditions().setIfMatch("\"0x8D0000000000000\"")));
    }

    @Test
    void sayThatNothingHasChanged() {
      String etag = put("a", "1");
      refused(304, "ConditionNotMet", () -> read(new BlobRequestConditions().setIfNoneMatch(etag)));
      assertThat(read(new BlobRequestConditions().setIfNoneMatch("\"0x8D0000000000000\"")))
          .isEqualTo("1");
    }

    @Test
    void goByTimeToo() {
      put("a", "1");
      OffsetDateTime modified = blob("a").getProperties().getLastModified();
      refused(
          304,
          "ConditionNotMet",
          () -> read(new BlobRequestConditions().setIfModifiedSince(modified)));
      assertThat(read(new BlobRequestConditions().setIfModifiedSince(modified.minusSeconds(1))))
          .isEqualTo("1");
      refused(
          412,
          "ConditionNotMet",
          () -> read(new BlobRequestConditions().setIfUnmodifiedSince(modified.minusSeconds(1))));
      assertThat(read(new BlobRequestConditions().setIfUnmodifiedSince(modified))).isEqualTo("1");
    }

    @Test
    void guardDeletingAndMetadata() {
      String etag = put("a", "1");
      BlobRequestConditions other = new BlobRequestConditions().setIfMatch("\"0x8D0000000000000\"");
      refused(
          412,
          "ConditionNotMet",
          () -> blob("a").deleteWithResponse(null, other, null, Context.NONE));
      refused(
          412,
          "ConditionNotMet",
          () -> blob("a").setMetadataWithResponse(Map.of("a", "b"), other, null, Context.NONE));
      blob("a")
          .deleteWithResponse(
              null, new BlobRequestConditions().setIfMatch(etag), null, Context.NONE);
      assertThat(blob("a").exists()).isFalse();
    }

    private void replace(String text, BlobRequestConditions conditions) {
      container
          .getBlobClient("a")
          .uploadWithResponse(
              new BlobParallelUploadOptions(BinaryData.fromString(text))
                  .setRequestConditions(conditions),
              null,
              Context.NONE);
    }

    private String read(BlobRequestConditions conditions) {
      return blob("a")
          .downloadContentWithResponse(null, conditions, null, Context.NONE)
          .getValue()
          .toString();
    }
  }

  @Nested
  class Blocks {

    @Test
    void makeABlobInTheOrderOfTheList() {
      stage("a", "1", "one ");
      stage("a", "2", "two ");
      blob("a").commitBlockList(List.of(id("2"), id("1")));
      assertThat(text("a")).isEqualTo("two one ");
    }

    @Test
    void doNotShowUntilCommitted() {
      stage("a", "1", "one");
      assertThat(blob("a").exists()).isFalse();
      assertThat(names(new ListBlobsOptions())).isEmpty();
      assertThat(
              names(
                  new ListBlobsOptions()
                      .setDetails(new BlobListDetails().setRetrieveUncommittedBlobs(true))))
          .isEqualTo(differs(Difference.UNCOMMITTED_NOT_LISTED) ? List.of() : List.of("a"));
    }

    @Test
    void areListedCommittedAndNot() {
      stage("a", "1", "one");
      blob("a").commitBlockList(List.of(id("1")));
      stage("a", "2", "three");
      BlockList all = blob("a").listBlocks(BlockListType.ALL);
      assertThat(all.getCommittedBlocks()).extracting(Block::getName).containsExactly(id("1"));
      assertThat(all.getUncommittedBlocks()).extracting(Block::getName).containsExactly(id("2"));
      assertThat(all.getUncommittedBlocks()).extracting(Block::getSizeLong).containsExactly(5L);
      assertThat(blob("a").listBlocks(BlockListType.COMMITTED).getUncommittedBlocks()).isEmpty();
    }

    @Test
    void thatWereCommittedCanBeUsedAgain() {
      stage("a", "1", "one ");
      blob("a").commitBlockList(List.of(id("1")));
      stage("a", "2", "two ");
      blob("a").commitBlockList(List.of(id("1"), id("2")), true);
      assertThat(text("a")).isEqualTo("one two ");
    }

    @Test
    void thatAreNotThereMakeNoBlob() {
      refused(400, "InvalidBlockList", () -> blob("a").commitBlockList(List.of(id("9"))));
      assertThat(blob("a").exists()).isFalse();
    }

    @Test
    void goWithTheNextWrite() {
      stage("a", "1", "one");
      put("a", "whole");
      if (differs(Difference.STAGED_BLOCKS_SURVIVE)) {
        blob("a").commitBlockList(List.of(id("1")), true);
        assertThat(text("a")).isEqualTo("one");
      } else {
        refused(400, "InvalidBlockList", () -> blob("a").commitBlockList(List.of(id("1")), true));
      }
    }

    @Test
    void haveIdsOfOneLength() {
      stage("a", "1", "one");
      refused(400, "InvalidBlobOrBlock", () -> stage("a", "100000", "two"));
    }

    @Test
    void haveIdsInBase64() {
      refused(
          400,
          "InvalidQueryParameterValue",
          () -> blob("a").stageBlock("not base 64!", BinaryData.fromString("1")));
    }

    @Test
    void makeAnEmptyBlobOfAnEmptyList() {
      blob("a").commitBlockList(List.of());
      assertThat(blob("a").getProperties().getBlobSize()).isZero();
    }

    @Test
    void keepHeadersAndMetadataOfTheList() {
      stage("a", "1", "one");
      blob("a")
          .commitBlockListWithResponse(
              List.of(id("1")),
              new BlobHttpHeaders().setContentType("text/csv"),
              Map.of("run", "7"),
              null,
              null,
              null,
              Context.NONE);
      assertThat(blob("a").getProperties().getContentType()).isEqualTo("text/csv");
      assertThat(blob("a").getProperties().getMetadata()).containsEntry("run", "7");
    }

    @Test
    void areNotThereForABlobThatNobodyBegan() {
      refused(404, "BlobNotFound", () -> blob("none").listBlocks(BlockListType.ALL));
    }

    private void stage(String name, String number, String text) {
      blob(name).stageBlock(id(number), BinaryData.fromString(text));
    }

    private String id(String number) {
      return Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class Listing {

    @Test
    void goesByName() {
      List.of("b", "a/2", "a/1", "a-b", "B").forEach(name -> put(name, "1"));
      assertThat(names(new ListBlobsOptions())).containsExactly("B", "a-b", "a/1", "a/2", "b");
    }

    @Test
    void goesByPrefix() {
      List.of("a/1", "a/2", "b/1").forEach(name -> put(name, "1"));
      assertThat(names(new ListBlobsOptions().setPrefix("a/"))).containsExactly("a/1", "a/2");
      assertThat(names(new ListBlobsOptions().setPrefix("c"))).isEmpty();
    }

    @Test
    void goesByDirectory() {
      List.of("a/1", "a/b/2", "a/c/3", "d").forEach(name -> put(name, "1"));
      assertThat(level("")).containsExactlyInAnyOrder("a/ prefix", "d");
      assertThat(level("a/")).containsExactlyInAnyOrder("a/1", "a/b/ prefix", "a/c/ prefix");
    }

    @Test
    void comesInPages() {
      List<String> all = List.of("a", "b", "c", "d", "e");
      all.forEach(name -> put(name, "1"));
      List<List<String>> pages = new ArrayList<>();
      container
          .listBlobs(new ListBlobsOptions().setMaxResultsPerPage(2), null)
          .iterableByPage()
          .forEach(page -> pages.add(page.getValue().stream().map(BlobItem::getName).toList()));
      assertThat(pages).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void goesOnFromAMarker() {
      List.of("a", "b").forEach(name -> put(name, "1"));
      PagedResponse<BlobItem> first =
          container
              .listBlobs(new ListBlobsOptions().setMaxResultsPerPage(1), null)
              .iterableByPage()
              .iterator()
              .next();
      assertThat(first.getContinuationToken()).isNotBlank();
      assertThat(container.listBlobs(new ListBlobsOptions(), first.getContinuationToken(), null))
          .extracting(BlobItem::getName)
          .containsExactly("b");
    }

    @Test
    void comesInPagesOfDirectoriesToo() {
      List.of("a/1", "a/2", "b/1", "c").forEach(name -> put(name, "1"));
      List<String> all = new ArrayList<>();
      container
          .listBlobsByHierarchy("/", new ListBlobsOptions().setMaxResultsPerPage(1), null)
          .iterableByPage()
          .forEach(page -> page.getValue().forEach(item -> all.add(item.getName())));
      assertThat(all).containsExactly("a/", "b/", "c");
    }

    @Test
    void showsWhatABlobIs() {
      String etag = put("a", "hello");
      blob("a").setHttpHeaders(new BlobHttpHeaders().setContentType("text/plain"));
      BlobItem item = container.listBlobs().iterator().next();
      assertThat(item.getProperties().getContentLength()).isEqualTo(5);
      assertThat(item.getProperties().getContentType()).isEqualTo("text/plain");
      assertThat(item.getProperties().getBlobType()).isEqualTo(BlobType.BLOCK_BLOB);
      assertThat(item.getProperties().getETag()).isNotBlank().isNotEqualTo(etag);
      assertThat(item.getProperties().getLastModified()).isNotNull();
      assertThat(item.getMetadata()).isNull();
    }

    @Test
    void showsMetadataWhereItIsAskedFor() {
      put("a", "1");
      blob("a").setMetadata(Map.of("run", "7"));
      assertThat(
              container
                  .listBlobs(
                      new ListBlobsOptions()
                          .setDetails(new BlobListDetails().setRetrieveMetadata(true)),
                      null)
                  .iterator()
                  .next()
                  .getMetadata())
          .containsEntry("run", "7");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "c%2F.txt",
          "käse & brot.json",
          "数据/文件.txt",
          "a b+c",
          "q?x=1",
          "#hash",
          "100%",
          "emoji-😀",
          "'quoted'",
          "semi;colon,comma",
          "<tag>&amp;"
        })
    void keepsNamesAsTheyAre(String name) {
      put(name, "1");
      assertThat(names(new ListBlobsOptions())).containsExactly(name);
      assertThat(text(name)).isEqualTo("1");
    }

    @Test
    void refusesAPageOfNothing() {
      try (HttpResponse response =
          judge()
              .send(
                  HttpMethod.GET,
                  "/"
                      + container.getBlobContainerName()
                      + "?restype=container&comp=list&maxresults=0",
                  BinaryData.fromString(""))) {
        assertThat(response.getStatusCode()).isEqualTo(400);
      }
    }

    private List<String> level(String directory) {
      return container.listBlobsByHierarchy(directory).stream()
          .map(item -> item.getName() + (Boolean.TRUE.equals(item.isPrefix()) ? " prefix" : ""))
          .toList();
    }
  }

  @Nested
  class Authorization {

    @Test
    void refusesAnotherKey() {
      String other = Base64.getEncoder().encodeToString(new byte[64]);
      refused(
          403,
          differs(Difference.WRONG_SIGNATURE_CODE)
              ? "AuthorizationFailure"
              : "AuthenticationFailed",
          () -> judge().blobs(other).listBlobContainers().stream().toList());
    }

    @Test
    void takesNamesThatSortDifferentlyInADictionary() {
      put("a", "1");
      blob("a").setMetadata(Map.of("a_b", "1", "ab", "2", "a1", "3", "a_c", "4"));
      assertThat(blob("a").getProperties().getMetadata()).hasSize(4);
    }

    @Test
    void refusesWhoShowsNothing() {
      try (HttpResponse response = judge().sendUnsigned(HttpMethod.GET, path("a"))) {
        assertThat(response.getStatusCode())
            .isEqualTo(differs(Difference.NO_CHALLENGE) ? 403 : 401);
        if (!differs(Difference.NO_CHALLENGE)) {
          assertThat(response.getHeaders().getValue(ERROR_CODE))
              .isEqualTo("NoAuthenticationInformation");
          assertThat(header(response, "WWW-Authenticate"))
              .startsWith("Bearer authorization_uri=https://")
              .contains("resource_id=https://storage.azure.com");
        }
      }
    }
  }

  @Nested
  class Versions {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2019-12-12",
          "2021-06-08",
          "2023-11-03",
          "2025-11-05",
          "2026-04-06",
          "2026-10-06"
        })
    void thatWereReleasedPass(String version) {
      try (HttpResponse response = list(version)) {
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(header(response, "x-ms-version"))
            .isEqualTo(differs(Difference.ANY_VERSION) ? "2025-11-05" : version);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-02-30", "2024-05-05", "newest"})
    void thatWereNotAreRefused(String version) {
      try (HttpResponse response = list(version)) {
        if (differs(Difference.ANY_VERSION)) {
          assertThat(response.getStatusCode()).isEqualTo(200);
        } else {
          assertThat(response.getStatusCode()).isEqualTo(400);
          assertThat(response.getHeaders().getValue(ERROR_CODE)).isEqualTo("InvalidHeaderValue");
        }
      }
    }

    private HttpResponse list(String version) {
      return judge()
          .send(HttpMethod.GET, "/?comp=list", BinaryData.fromString(""), "x-ms-version", version);
    }
  }

  private List<String> names(ListBlobsOptions options) {
    return container.listBlobs(options, null).stream().map(BlobItem::getName).toList();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static byte[] md5(String text) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
