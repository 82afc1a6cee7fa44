package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.github.dataconnect4j.spi.Storage} must do. Its author writes a class that
 * extends this one and gives it a {@link StorageFixture}.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class StorageContract extends AccountContract<StorageFixture> {

  private static final String CONTAINER = "m365";
  private static final String ONE = "00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000002";

  /** For subclasses. */
  protected StorageContract() {}

  /** The storage under test. Asked for once by each behavior; it may be the same every time. */
  @Override
  protected abstract StorageFixture fixture();

  /** Accounts, their containers, and who may use them. */
  @Nested
  class Accounts {

    @Test
    void knowsNoAccountThatIsNotThere() {
      register("Microsoft.Storage");

      assertThat(account.storage().findAccount(group(), name + "none")).isEmpty();
    }

    @Test
    void makesAnAccountOfEachKind() {
      for (StorageKind kind : StorageKind.values()) {
        StorageAccount made = storage(kind);

        assertThat(account.storage().findAccount(made.resourceGroup(), made.name())).contains(made);
        assertThat(made.kind()).isEqualTo(kind);
        assertThat(made.region()).isEqualTo(far.region());
        assertThat(made.blobEndpoint()).isNotEqualTo(made.dataLakeEndpoint());
      }
    }

    @Test
    void makesAContainerOnce() {
      StorageAccount storage = storage(StorageKind.BLOB);
      assertThat(account.storage().containerExists(storage, CONTAINER)).isFalse();

      account.storage().createContainer(storage, CONTAINER);
      account.storage().createContainer(storage, CONTAINER);

      assertThat(account.storage().containerExists(storage, CONTAINER)).isTrue();
    }

    @Test
    void leasesAContainerToOneAtATime() {
      StorageAccount storage = withContainer();

      assertThat(lease(storage, ONE)).isEmpty();
      assertThat(lease(storage, OTHER)).isPresent();
      assertThat(lease(storage, ONE)).as("once more by the same").isEmpty();
    }

    @Test
    void tellsWhoHoldsALease() {
      StorageAccount storage = withContainer();
      lease(storage, ONE);

      assertThat(lease(storage, OTHER)).contains("the holder of " + ONE);
    }

    @Test
    void releasesALeaseForItsHolderOnly() {
      StorageAccount storage = withContainer();
      lease(storage, ONE);

      account.storage().releaseLease(storage, CONTAINER, OTHER);

      assertThat(lease(storage, OTHER)).isPresent();
    }

    @Test
    void givesAReleasedLeaseToTheNext() {
      StorageAccount storage = withContainer();
      lease(storage, ONE);

      account.storage().releaseLease(storage, CONTAINER, ONE);
      account.storage().releaseLease(storage, CONTAINER, ONE);

      assertThat(lease(storage, OTHER)).isEmpty();
    }

    @Test
    void endsALeaseByItself() throws InterruptedException {
      StorageAccount storage = withContainer();
      lease(storage, ONE);

      account.cloud().time().sleep(Duration.ofSeconds(61));

      assertThat(lease(storage, OTHER)).isEmpty();
    }

    private StorageAccount withContainer() {
      StorageAccount storage = storage(StorageKind.BLOB);
      account.storage().createContainer(storage, CONTAINER);
      return storage;
    }

    private Optional<String> lease(StorageAccount storage, String id) {
      return account.storage().takeLease(storage, CONTAINER, id, "the holder of " + id);
    }

    @Test
    void grantsOneRoleToOnePrincipal() {
      StorageAccount storage = storage(StorageKind.BLOB);
      String owner = account.directory().findPerson(far.owner()).orElseThrow().objectId();
      assertThat(isGranted(storage, DataRole.BLOB_DATA_READER, caller())).isFalse();

      grant(storage);

      assertThat(isGranted(storage, DataRole.BLOB_DATA_READER, caller())).isTrue();
      assertThat(isGranted(storage, DataRole.BLOB_DATA_CONTRIBUTOR, caller())).isFalse();
      assertThat(isGranted(storage, DataRole.BLOB_DATA_READER, owner)).isFalse();
    }

    @Test
    void grantsARoleThatIsGranted() {
      StorageAccount storage = storage(StorageKind.BLOB);
      grant(storage);

      grant(storage);

      assertThat(isGranted(storage, DataRole.BLOB_DATA_READER, caller())).isTrue();
    }

    private boolean isGranted(StorageAccount storage, DataRole role, String principal) {
      return account.storage().isGranted(storage, role, principal);
    }
  }

  /** The files of a container. */
  @Nested
  class Files {

    private StorageAccount storage;

    @BeforeEach
    void makeAContainer() {
      storage = storage(StorageKind.BLOB);
      account.storage().createContainer(storage, CONTAINER);
      grant(storage);
    }

    @Test
    void listsAFolderInTheOrderOfNames() {
      write("a/2", "22");
      write("a/deep/3", "");
      write("a/1", "1");

      assertThat(list("a")).extracting(StoredFile::path).containsExactly("a/1", "a/2", "a/deep/3");
      assertThat(list("a/")).extracting(StoredFile::size).containsExactly(1L, 2L, 0L);
    }

    @Test
    void leavesOutFoldersThatBeginAlike() {
      write("a/1", "1");
      write("ab/2", "2");

      assertThat(list("a")).extracting(StoredFile::path).containsExactly("a/1");
    }

    @Test
    void listsMoreThanAPage() {
      int count = far.filesPerPage() + 1;
      for (int i = 0; i < count; i++) {
        write("many/" + i, "");
      }

      assertThat(list("many")).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void opensAnEmptyFile() {
      write("empty/file", "");

      assertThat(read(list("empty").get(0))).isEmpty();
    }

    @Test
    void opensALargeFileWhole() {
      byte[] content = new byte[5 << 20];
      new Random(3).nextBytes(content);
      far.write(storage, CONTAINER, "large/file", content);

      assertThat(read(list("large").get(0))).isEqualTo(content);
    }

    @Test
    void refusesAFileThatChanged() {
      write("changed/file", "before");
      StoredFile before = list("changed").get(0);
      write("changed/file", "behind");

      assertThatThrownBy(() -> read(before))
          .isInstanceOf(UnreadableDataException.class)
          .hasMessageContaining("changed/file");
    }

    @Test
    void saysThatAFileIsNotThere() {
      write("there/file", "content");
      StoredFile there = list("there").get(0);
      StoredFile gone =
          new StoredFile("there/none", there.size(), there.etag(), there.lastModified());

      assertThatThrownBy(() -> read(gone))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("there/none");
    }

    @Test
    void takesNamesBeyondAscii() {
      write("Größe 日本/😀 +%2F&.json", "content");

      List<StoredFile> found = list("Größe 日本");

      assertThat(found).extracting(StoredFile::path).containsExactly("Größe 日本/😀 +%2F&.json");
      assertThat(read(found.get(0))).asString(StandardCharsets.UTF_8).isEqualTo("content");
    }

    private void write(String path, String content) {
      far.write(storage, CONTAINER, path, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<StoredFile> list(String folder) {
      return account.storage().list(storage.blobEndpoint(), CONTAINER, folder);
    }

    private byte[] read(StoredFile file) {
      try (InputStream in = account.storage().open(storage.blobEndpoint(), CONTAINER, file)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void grant(StorageAccount storage) {
    account.storage().grant(storage, DataRole.BLOB_DATA_READER, caller(), account.caller().kind());
  }

  private String caller() {
    return account.caller().objectId();
  }
}
