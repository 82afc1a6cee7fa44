package io.github.dataconnect4j.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.emulator.time.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlobStoreTest {

  private static final int LARGE = Scratch.LARGEST_IN_MEMORY + 1;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
  private final BlobStore store = new BlobStore(time);

  @BeforeEach
  void makeContainer() {
    store.createContainer("acct", "gdc");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class Writing {

    @Test
    void showsTheBlobWhenTheStreamIsClosedAndNotBefore() throws IOException {
      OutputStream out = store.create("acct", "gdc", "a/b");
      out.write("rows".getBytes(StandardCharsets.UTF_8));
      assertThat(container().blob("a/b")).isEmpty();

      out.close();

      assertThat(text("a/b")).isEqualTo("rows");
    }

    @Test
    void refusesAContainerThatDoesNotExist() {
      assertThatThrownBy(() -> store.create("acct", "other", "a"))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessage("acct/other: no container");
    }

    @Test
    void refusesToWriteOnAfterClosing() throws IOException {
      OutputStream out = store.create("acct", "gdc", "a");
      out.close();

      assertThatThrownBy(() -> out.write(1))
          .isInstanceOf(IOException.class)
          .hasMessage("The blob 'a' is written and closed.");
    }

    @Test
    void leavesAContainerThatExistsAsItIs() throws IOException {
      write("a", 3, 1);
      store.createContainer("acct", "gdc");
      assertThat(container().blob("a")).isPresent();
    }

    @Test
    void givesEveryWriteAnEntityTagAndTheTimeOfTheWorld() throws IOException {
      write("a", 1, 1);
      Stamp first = container().blob("a").orElseThrow().stamp();
      time.advance(Duration.ofMinutes(5));
      write("a", 1, 1);
      Stamp second = container().blob("a").orElseThrow().stamp();

      assertThat(second.etag()).isNotEqualTo(first.etag()).startsWith("0x8DE");
      assertThat(second.lastModified()).isEqualTo("Thu, 01 Jan 2026 00:05:00 GMT");
    }
  }

  @Nested
  class LargeBlobs {

    @Test
    void stayInMemoryUpToTheBoundAndGoToAFileBeyond() throws IOException {
      write("small", Scratch.LARGEST_IN_MEMORY, 1);
      assertThat(store.scratch().directory()).isNull();

      write("large", LARGE, 2);
      assertThat(files()).hasSize(1);
      assertThat(bytes("large")).hasSize(LARGE).containsOnly(2);
    }

    @Test
    void goToFilesOnceMemoryIsTakenHoweverSmallTheyAre() throws IOException {
      long fitting = Scratch.MEMORY / Scratch.LARGEST_IN_MEMORY;
      for (int i = 0; i < fitting; i++) {
        write("part-" + i, Scratch.LARGEST_IN_MEMORY, 1);
      }
      write("one-more", 10, 2);
      assertThat(files()).hasSize(1);
      assertThat(bytes("one-more")).hasSize(10).containsOnly(2);

      container().delete("part-0", current -> {});
      write("fits-again", 10, 3);
      assertThat(files()).hasSize(1);
    }

    @Test
    void leaveNoFileBehindWhenOverwrittenOrDeleted() throws IOException {
      write("a", LARGE, 1);
      write("b", LARGE, 1);
      write("a", LARGE, 2);
      assertThat(files()).hasSize(2);

      write("a", 1, 3);
      container().delete("b", current -> {});
      assertThat(files()).isEmpty();
    }

    @Test
    void areReadableAsTheyWereWhenReadingBegan() throws IOException {
      write("a", LARGE, 1);
      try (Snapshot snapshot = container().open("a").orElseThrow()) {
        write("a", LARGE, 2);
        container().delete("a", current -> {});
        assertThat(read(snapshot)).hasSize(LARGE).containsOnly(1);
      }
      assertThat(files()).isEmpty();
    }

    @Test
    void goWithTheirContainerAndTheirAccount() throws IOException {
      store.createContainer("acct", "second");
      write("a", LARGE, 1);
      try (OutputStream out = store.create("acct", "second", "a")) {
        out.write(new byte[LARGE]);
      }
      store.deleteContainer("acct", "second");
      assertThat(files()).hasSize(1);
      store.deleteAccount("acct");
      assertThat(files()).isEmpty();
      assertThat(store.containerExists("acct", "gdc")).isFalse();
    }

    @Test
    void leaveNothingBehindWhenTheirContainerWentWhileTheyWereWritten() throws IOException {
      OutputStream out = store.create("acct", "gdc", "a");
      out.write(new byte[LARGE]);
      store.deleteContainer("acct", "gdc");
      out.close();
      assertThat(files()).isEmpty();
    }

    @Test
    void leaveNothingBehindWhenWritingIsAbandoned() throws IOException {
      OutputStream out = store.create("acct", "gdc", "a");
      out.write(new byte[LARGE]);
      assertThat(files()).hasSize(1);

      store.abandon(out);
      out.close();

      assertThat(files()).isEmpty();
      assertThat(container().blob("a")).isEmpty();
    }

    @Test
    void stayWhenTheyAreAbandonedTooLate() throws IOException {
      OutputStream out = store.create("acct", "gdc", "a");
      out.write('x');
      out.close();
      store.abandon(out);
      assertThat(text("a")).isEqualTo("x");
    }

    @Test
    void lieInADirectoryForTheOwnerAloneWhichGoesOnClose() throws IOException {
      write("a", LARGE, 1);
      Path directory = Objects.requireNonNull(store.scratch().directory());
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
            .isEqualTo("rwx------");
      }

      store.close();
      store.close();

      assertThat(directory).doesNotExist();
    }

    @Test
    void areRefusedOnceTheStoreIsClosed() throws IOException {
      try (OutputStream out = store.create("acct", "gdc", "a")) {
        store.close();
        assertThatThrownBy(() -> out.write(new byte[LARGE]))
            .isInstanceOf(IOException.class)
            .hasMessage("The emulator's blob store is closed; start another emulator.");
      }
    }
  }

  @Nested
  class Blocks {

    @Test
    void makeABlobInTheOrderOfTheList() throws IOException {
      stage("b", "QQ==", 2, 1);
      stage("b", "Qg==", 3, 2);
      commit("b", "Qg==", "QQ==");
      assertThat(bytes("b")).containsExactly(2, 2, 2, 1, 1);
    }

    @Test
    void thatWereCommittedCanBeKeptAndTheOthersLeaveNoFile() throws IOException {
      stage("b", "QQ==", LARGE, 1);
      stage("b", "Qg==", LARGE, 2);
      stage("b", "Qw==", LARGE, 3);
      commit("b", "QQ==", "Qg==");
      assertThat(files()).hasSize(2);

      stage("b", "RA==", 1, 4);
      commit("b", "RA==", "Qg==");

      assertThat(files()).hasSize(1);
      assertThat(bytes("b")).hasSize(LARGE + 1).startsWith(4, 2);
    }

    @Test
    void mayStandInABlobTwice() throws IOException {
      stage("b", "QQ==", 1, 7);
      commit("b", "QQ==", "QQ==");
      assertThat(bytes("b")).containsExactly(7, 7);
      commit("b", "QQ==");
      assertThat(bytes("b")).containsExactly(7);
    }

    @Test
    void thatAreNotCommittedGoWithTheNextWrite() throws IOException {
      stage("b", "QQ==", LARGE, 1);
      write("b", 1, 1);
      assertThat(files()).isEmpty();
      assertThat(container().uncommitted("b")).isEmpty();
    }

    @Test
    void canBeReadInRangesAcrossTheirBounds() throws IOException {
      stage("b", "QQ==", 3, 1);
      stage("b", "Qg==", 3, 2);
      stage("b", "Qw==", 3, 3);
      commit("b", "QQ==", "Qg==", "Qw==");
      try (Snapshot snapshot = container().open("b").orElseThrow()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        snapshot.writeTo(out, new ByteRange(2, 5));
        assertThat(out.toByteArray()).containsExactly(1, 2, 2, 2, 3);
      }
    }
  }

  private Container container() {
    return store.container("acct", "gdc").orElseThrow();
  }

  private void write(String path, int size, int filling) throws IOException {
    try (OutputStream out = store.create("acct", "gdc", path)) {
      out.write(filled(size, filling));
    }
  }

  private void stage(String path, String id, int size, int filling) throws IOException {
    try (Spool spool = store.spool()) {
      spool.write(filled(size, filling));
      assertThat(container().stage(path, id, spool.finish())).isTrue();
    }
  }

  private void commit(String path, String... ids) {
    List<BlockReference> references =
        Stream.of(ids).map(id -> new BlockReference(BlockReference.From.LATEST, id)).toList();
    Container.Draft draft = new Container.Draft(Map.of(), Map.of());
    assertThat(container().commit(path, current -> {}, draft, references)).isPresent();
  }

  private static byte[] filled(int size, int filling) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) filling);
    return bytes;
  }

  private byte[] bytes(String path) throws IOException {
    try (Snapshot snapshot = container().open(path).orElseThrow()) {
      return read(snapshot);
    }
  }

  private String text(String path) throws IOException {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] read(Snapshot snapshot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    snapshot.writeTo(out, new ByteRange(0, snapshot.blob().length()));
    return out.toByteArray();
  }

  private List<Path> files() throws IOException {
    Path directory = store.scratch().directory();
    if (directory == null) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
