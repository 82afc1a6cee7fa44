package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobType;
import com.azure.storage.blob.models.ListBlobsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How blobs are listed. */
abstract class ListingContract extends StorageTopic {

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
