package io.github.dataconnect4j.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads a run's files from where it wrote them. */
class ExtractsOfARunTest {

  private final TreeMap<String, InputStream> blobs = new TreeMap<>();

  private void has(String path, String content) {
    blobs.put(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private Extracts extracts() {
    return Extracts.of(fake(PipelineRun.class, (proxy, method, arguments) -> new Output()));
  }

  /** What is in the folder {@code mail/key-1/}. */
  private final class Output implements RunOutput {

    @Override
    public String folder() {
      return "mail/key-1/";
    }

    @Override
    public List<StoredFile> files() {
      return in(folder()).filter(file -> !file.path().startsWith(folder() + METADATA)).toList();
    }

    @Override
    public List<StoredFile> metadataFiles() {
      return in(folder() + METADATA).toList();
    }

    private Stream<StoredFile> in(String folder) {
      return blobs.keySet().stream()
          .filter(path -> path.startsWith(folder))
          .map(path -> new StoredFile(path, 1, "etag", Instant.EPOCH));
    }

    @Override
    public InputStream open(StoredFile file) {
      return blobs.get(file.path());
    }

    @Override
    public String toString() {
      return "https://acct.example/m365/mail/key-1/";
    }
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  @Test
  void areItsRowsInTheOrderOfItsFiles() {
    has("mail/key-1/b", "{\"id\":\"b\"}");
    has("mail/key-1/a", "{\"id\":\"a\"}");
    has("mail/key-1/metadata/JobMetadata", "{\"NumberOfRowsExtracted\":2}");
    has("mail/key-2/c", "{\"id\":\"c\"}");

    try (Rows<Row> rows = extracts().rows()) {
      assertThat(rows.stream().map(row -> row.text("id").orElseThrow())).containsExactly("a", "b");
    }
    assertThat(extracts().metadata().orElseThrow().number("NumberOfRowsExtracted")).hasValue(2);
    assertThat(extracts()).hasToString("extracts in https://acct.example/m365/mail/key-1/");
  }

  @Test
  void failAsTheStorageSaysWhereItFailsMidway() {
    NotPermittedException expired =
        new NotPermittedException(Problem.of("read a blob", "no.", "Sign in."), null);
    blobs.put(
        "mail/key-1/a",
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(expired);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException(expired);
          }
        });

    try (Rows<Row> rows = extracts().rows()) {
      assertThat(catchThrowable(() -> rows.iterator().hasNext())).isSameAs(expired);
    }
  }
}
