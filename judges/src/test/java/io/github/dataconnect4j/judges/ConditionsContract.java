package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the conditions of a request guard. */
abstract class ConditionsContract extends StorageTopic {

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
        412, "ConditionNotMet", () -> replace("3", new BlobRequestConditions().setIfMatch(first)));
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
        .deleteWithResponse(null, new BlobRequestConditions().setIfMatch(etag), null, Context.NONE);
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
