package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockList;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ListBlobsOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How blobs are put together of blocks. */
abstract class BlocksContract extends StorageTopic {

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
