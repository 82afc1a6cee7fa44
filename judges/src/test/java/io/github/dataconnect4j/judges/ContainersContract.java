package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.ListBlobContainersOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What containers do. */
abstract class ContainersContract extends StorageTopic {

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
        404, "ContainerNotFound", () -> none.getBlobClient("a").upload(BinaryData.fromString("1")));
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
