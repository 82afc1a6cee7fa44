package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import com.azure.storage.file.datalake.models.FileSystemItem;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import com.azure.storage.file.datalake.models.PathProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulator's Gen2 view, as Microsoft's own client for Data Lake Storage meets it. */
class LakeTest {

  private static final AtomicInteger FILESYSTEMS = new AtomicInteger();
  private static EmulatedStorage storage;
  private static DataLakeServiceClient lake;
  private static BlobServiceClient blobs;

  private DataLakeFileSystemClient files;

  @BeforeAll
  static void start() {
    storage = new EmulatedStorage();
    blobs = storage.judge(EnumSet.noneOf(Difference.class)).blobs();
    lake =
        new DataLakeServiceClientBuilder()
            .endpoint(storage.lakeEndpoint())
            .httpClient(storage.http())
            .credential(new StorageSharedKeyCredential(EmulatedStorage.ACCOUNT, storage.key(0)))
            .buildClient();
  }

  @AfterAll
  static void stop() {
    try (EmulatedStorage running = storage) {
      assertThat(running.unknownRoutes()).isEmpty();
    }
  }

  @BeforeEach
  void makeFilesystem() {
    files = lake.createFileSystem("lake-" + FILESYSTEMS.incrementAndGet());
  }

  private void put(String name, String text) {
    blobs
        .getBlobContainerClient(files.getFileSystemName())
        .getBlobClient(name)
        .upload(BinaryData.fromString(text));
  }

  private static void refused(int status, String code, ThrowingCallable call) {
    DataLakeStorageException refusal = catchThrowableOfType(DataLakeStorageException.class, call);
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(refusal.getErrorCode()).isEqualTo(code);
  }

  private List<String> paths(ListPathsOptions options) {
    return files.listPaths(options, null).stream()
        .map(path -> path.getName() + (path.isDirectory() ? "/" : ""))
        .toList();
  }

  @Test
  void filesystemsAreContainers() {
    assertThat(lake.listFileSystems())
        .extracting(FileSystemItem::getName)
        .contains(files.getFileSystemName());
    assertThat(files.getProperties().getETag()).isNotBlank();
    assertThat(blobs.getBlobContainerClient(files.getFileSystemName()).exists()).isTrue();
    files.delete();
    assertThat(files.exists()).isFalse();
    refused(404, "FilesystemNotFound", () -> paths(new ListPathsOptions()));
  }

  @Test
  void directoriesAreImpliedByNames() {
    put("m/2026/a.json", "1");
    put("m/b.json", "22");
    put("readme", "333");
    assertThat(paths(new ListPathsOptions())).containsExactly("m/", "readme");
    assertThat(paths(new ListPathsOptions().setRecursive(true)))
        .containsExactlyInAnyOrder("m/", "m/2026/", "m/2026/a.json", "m/b.json", "readme");
    assertThat(paths(new ListPathsOptions().setPath("m")))
        .containsExactlyInAnyOrder("m/2026/", "m/b.json");
    refused(404, "PathNotFound", () -> paths(new ListPathsOptions().setPath("none")));
  }

  @Test
  void listsComeInPages() {
    List.of("a/1", "a/b/2", "a/b/3", "c/4", "d").forEach(name -> put(name, "1"));
    List<String> all = new ArrayList<>();
    int pages = 0;
    for (PagedResponse<PathItem> page :
        files
            .listPaths(new ListPathsOptions().setRecursive(true).setMaxResults(2), null)
            .iterableByPage()) {
      assertThat(page.getValue()).hasSizeLessThanOrEqualTo(2);
      page.getValue().forEach(path -> all.add(path.getName()));
      pages++;
    }
    assertThat(all).containsExactly("a", "a/1", "a/b", "a/b/2", "a/b/3", "c", "c/4", "d");
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void entriesSayWhatTheyAre() {
    put("a.json", "12345");
    PathItem item = files.listPaths().iterator().next();
    assertThat(item.getContentLength()).isEqualTo(5);
    assertThat(item.getETag()).isNotBlank();
    assertThat(item.getLastModified()).isNotNull();
    assertThat(item.isDirectory()).isFalse();
  }

  @Test
  void filesAreReadWholeAndInStreams() throws IOException {
    put("d/a.json", "12345");
    DataLakeFileClient file = files.getFileClient("d/a.json");
    assertThat(file.getProperties().getFileSize()).isEqualTo(5);
    assertThat(file.getProperties().isDirectory()).isFalse();
    try (InputStream in = file.openInputStream().getInputStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("12345");
    }
    assertThat(files.getFileClient("none").exists()).isFalse();
  }

  @Test
  void directoriesHaveProperties() {
    put("d/a.json", "1");
    PathProperties properties = files.getDirectoryClient("d").getProperties();
    assertThat(properties.isDirectory()).isTrue();
    assertThat(files.getDirectoryClient("none").exists()).isFalse();
  }

  @Test
  void filesAreWrittenInPieces() {
    DataLakeFileClient file = files.createFile("w/a.txt");
    file.append(BinaryData.fromString("one "), 0);
    file.append(BinaryData.fromString("two"), 4);
    assertThat(file.getProperties().getFileSize()).isZero();
    file.flush(7, true);
    file.append(BinaryData.fromString("!"), 7);
    file.flush(8, true);
    assertThat(
            blobs
                .getBlobContainerClient(files.getFileSystemName())
                .getBlobClient("w/a.txt")
                .downloadContent()
                .toString())
        .isEqualTo("one two!");
    file.append(BinaryData.fromString("gap"), 20);
    refused(400, "InvalidFlushPosition", () -> file.flush(23, true));
  }

  @Test
  void filesAreUploaded() {
    DataLakeFileClient file = files.getFileClient("u/a.txt");
    file.upload(BinaryData.fromString("hello"));
    refused(409, "PathAlreadyExists", () -> file.upload(BinaryData.fromString("again")));
    assertThat(file.getProperties().getFileSize()).isEqualTo(5);
  }

  @Test
  void directoriesAreMadeRenamedAndDeleted() {
    files.createDirectory("made").setMetadata(Map.of("run", "7"));
    assertThat(paths(new ListPathsOptions())).containsExactly("made/");
    put("made/a", "1");
    refused(409, "DirectoryNotEmpty", () -> files.getDirectoryClient("made").delete());
    files.getDirectoryClient("made").rename(null, "moved to");
    assertThat(paths(new ListPathsOptions().setRecursive(true)))
        .containsExactly("moved to/", "moved to/a");
    files.getDirectoryClient("moved to").deleteRecursively();
    assertThat(paths(new ListPathsOptions())).isEmpty();
  }

  @Test
  void filesAreRenamedAndDeleted() {
    put("a", "1");
    files.getFileClient("a").rename(null, "b");
    assertThat(paths(new ListPathsOptions())).containsExactly("b");
    assertThat(
            files.getFileClient("b").deleteWithResponse(null, null, Context.NONE).getStatusCode())
        .isEqualTo(200);
    refused(404, "PathNotFound", () -> files.getFileClient("b").delete());
  }
}
