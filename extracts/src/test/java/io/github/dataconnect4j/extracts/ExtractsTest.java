package io.github.dataconnect4j.extracts;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.UnreadableDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractsTest {

  private static final String TWO_ROWS = "{\"id\":\"a\",\"n\":1}\n{\"id\":\"b\",\"n\":2}\n";

  @TempDir Path folder;

  private void write(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String name, String content) {
    write(name, content.getBytes(UTF_8));
  }

  private List<Row> read() {
    try (Rows<Row> rows = Extracts.in(folder).rows()) {
      return rows.stream().toList();
    }
  }

  private List<String> ids() {
    return read().stream().map(row -> row.text("id").orElse("none")).toList();
  }

  private UnreadableDataException refusal() {
    return catchThrowableOfType(UnreadableDataException.class, this::read);
  }

  @Nested
  class FilesOfAFolder {

    @Test
    void areReadInTheOrderOfTheirNamesHoweverDeep() {
      write("b.json", "{\"id\":\"b\"}");
      write("a.json", "{\"id\":\"a\"}");
      write("a/z.JSON", "{\"id\":\"az\"}");

      assertThat(ids()).containsExactly("a", "az", "b");
    }

    @Test
    void ofMetadataAndOtherKindsAreSkipped() {
      write("a.json", "{\"id\":\"a\"}");
      write("metadata/JobMetadata.json", "{\"id\":\"m\"}");
      write("notes.txt", "no rows");

      assertThat(ids()).containsExactly("a");
    }

    @Test
    void mayBeEmptyOrMissing() {
      assertThat(ids()).isEmpty();
      write("a.json", "");
      write("b.json", " \r\n\n");
      write("c.json", "[]");
      assertThat(ids()).isEmpty();
    }

    @Test
    void mayBeOneFileOfAnyName() {
      write("notes.txt", "{\"id\":\"n\"}");

      try (Rows<Row> rows = Extracts.of(folder.resolve("notes.txt")).rows()) {
        assertThat(rows.stream().map(row -> row.text("id").orElseThrow())).containsExactly("n");
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Extracts.of(folder))
          .withMessageContaining("is not a file");
    }

    @Test
    void needAFolder() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Extracts.in(folder.resolve("none")))
          .withMessageContaining("is not a folder");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "metadata/JobMetadata",
          "metadata/Metadata.json",
          "metadata/JobMetadata.json",
          "metadata/run/JobMetadata"
        })
    void tellOfTheRun(String name) {
      assertThat(Extracts.in(folder).metadata()).isEmpty();
      write("metadata/other.txt", "not JSON");
      write(name, "{\"NumberOfRowsExtracted\":12}");

      assertThat(Extracts.in(folder).metadata().orElseThrow().number("NumberOfRowsExtracted"))
          .hasValue(12);
    }
  }

  @Nested
  class Shapes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          TWO_ROWS,
          "{\"id\":\"a\"}\r\n{\"id\":\"b\"}\r\n",
          "{\"id\":\"a\"}\n\n \t\n{\"id\":\"b\"}",
          "{\"id\":\"a\"}{\"id\":\"b\"}",
          "{\"id\":\"a\"} {\"id\":\"b\"}",
          "{\n  \"id\":\n \"a\"\n}\n{\n\"id\":\"b\"\n}",
          "[{\"id\":\"a\"},{\"id\":\"b\"}]",
          "[{\"id\":\"a\"}]\n[{\"id\":\"b\"}]",
          "{\"id\":\"a\"}[]\n[\n{\"id\":\"b\"}\n]\n"
        })
    void areAllTheSameRows(String content) {
      write("a.json", content);

      assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void mayBeginWithAByteOrderMark() {
      write("a.json", "\uFEFF" + TWO_ROWS);
      write("b.json", ("\uFEFF" + TWO_ROWS).getBytes(UTF_16LE));

      assertThat(ids()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void keepEveryKindOfValue() {
      write(
          "a.json",
          "{\"t\":\"\\u00e4\\n\\uD83D\\uDE00\",\"i\":-7,\"l\":9223372036854775808,\"d\":1.50,"
              + "\"y\":true,\"n\":null,\"o\":{\"x\":[1,null,{}]},\"e\":[]}");

      assertThat(read().get(0).values().toString())
          .isEqualTo(
              "{t=ä\n😀, i=-7, l=9223372036854775808, d=1.50, y=true, n=null,"
                  + " o={x=[1, null, {}]}, e=[]}");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "`{\"id\":\"a\"}\n7`, 2, not an object",
          "`\"text\"`, 1, not an object",
          "`null`, 1, not an object",
          "`[[{\"id\":\"a\"}]]`, 1, not an object",
          "`{\"id\":\"a\"}\n\n{\"id\":secret}`, 3, not JSON",
          "`{\"id\":\"a\"},{\"id\":\"b\"}`, 1, not JSON",
          "`{\"secret\" 1}`, 1, not JSON",
          "`{\"id\":\"a\"}]`, 1, not JSON",
          "`{\"id\":\"a\nb\"}`, 1, not JSON",
          "`{\"id\":'secret'}`, 1, not JSON"
        })
    void thatAreNoRowsAreRefusedByPlaceAndNeverByValue(String content, int line, String reason) {
      write("sub/a.json", content);

      UnreadableDataException thrown = refusal();

      assertThat(thrown)
          .hasMessageContaining("Could not read the rows of 'sub/a.json'")
          .hasMessageContaining(reason)
          .hasMessageContaining(" at line " + line + ", column ")
          .hasMessageNotContaining("secret")
          .hasNoCause();
      assertThat(thrown.problem().retry()).isEqualTo(Problem.Retry.NO);
      assertThat(thrown.problem().ids()).containsEntry("file", "sub/a.json");
    }

    @Test
    void thatAreNotUnicodeAreRefused() {
      write("a.json", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"'});

      assertThat(refusal()).hasMessageContaining("not JSON at line 1").hasNoCause();
    }

    @Test
    void thatNestTooDeepAreRefused() {
      write("a.json", nested(Extracts.DEEPEST_ROW));
      assertThat(read()).hasSize(1);
      write("a.json", "[" + nested(Extracts.DEEPEST_ROW) + "]");
      assertThat(read()).hasSize(1);

      write("a.json", nested(Extracts.DEEPEST_ROW + 1));
      assertThat(refusal()).hasMessageContaining("nests deeper than 200 levels at line 1, column");
      write("a.json", nested(1_000_000));
      assertThat(refusal()).hasMessageContaining("nests deeper than 200 levels");
    }

    @Test
    void thatAreTooLongAreRefused() {
      write("a.json", "{\"id\":\"" + "x".repeat(100_000) + "\"}\n" + TWO_ROWS);
      assertThat(read()).hasSize(3);

      Extracts narrow = Extracts.in(folder).withLongestRow(50_000);
      assertThatExceptionOfType(UnreadableDataException.class)
          .isThrownBy(() -> drain(narrow))
          .withMessageContaining("a row is longer than 50000 bytes at line 1")
          .withMessageContaining("Raise withLongestRow");
      assertThatIllegalArgumentException().isThrownBy(() -> narrow.withLongestRow(0));
    }

    @Test
    void thatAreManyAreNotTakenForALongOne() {
      write("a.json", "{\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}".repeat(5_000));

      assertThat(drain(Extracts.in(folder).withLongestRow(1_000))).isEqualTo(5_000);
    }

    @Test
    void thatEndTooSoonAreRefusedAtEveryByte() {
      byte[] whole = "{\"i\":\"ä\",\"o\":{\"a\":[1,true]}}\n{\"i\":null}".getBytes(UTF_8);
      int firstRow = "{\"i\":\"ä\",\"o\":{\"a\":[1,true]}}".getBytes(UTF_8).length;
      for (int length = 0; length <= whole.length; length++) {
        write("a.json", Arrays.copyOf(whole, length));
        boolean atEdge =
            length == 0 || length == firstRow || length == firstRow + 1 || length == whole.length;
        Throwable thrown = catchThrowable(ExtractsTest.this::read);
        if (atEdge) {
          assertThat(thrown).as("first %d bytes", length).isNull();
        } else {
          assertThat(thrown)
              .as("first %d bytes", length)
              .isInstanceOf(UnreadableDataException.class)
              .hasMessageContaining(" at line ")
              .hasNoCause();
        }
      }
    }

    private String nested(int depth) {
      return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private long drain(Extracts extracts) {
      try (Rows<Row> rows = extracts.rows()) {
        return rows.stream().count();
      }
    }
  }

  @Nested
  class Going {

    @Test
    void onPastTheEndIsRefused() {
      write("a.json", "{\"id\":\"a\"}");
      Iterator<Row> rows = Extracts.in(folder).rows().iterator();
      rows.next();

      assertThat(rows.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
    }

    @Test
    void throughASecondTimeIsRefused() {
      Rows<Row> rows = Extracts.in(folder).rows();
      assertThat(rows.iterator().hasNext()).isFalse();

      assertThatIllegalStateException()
          .isThrownBy(rows::iterator)
          .withMessageContaining("are being read already");
      assertThatIllegalStateException().isThrownBy(rows::stream);
    }

    @Test
    void onAfterClosingIsRefused() {
      write("a.json", TWO_ROWS);
      Rows<Row> rows = Extracts.in(folder).rows();
      Iterator<Row> iterator = rows.iterator();
      iterator.next();
      rows.close();
      rows.close();

      assertThatIllegalStateException()
          .isThrownBy(iterator::hasNext)
          .withMessageContaining("are closed");
      assertThatIllegalStateException().isThrownBy(rows::iterator);
    }

    @Test
    void onAfterAFailureIsRefused() {
      write("a.json", "{\"id\":\"a\"}{");
      write("b.json", "{\"id\":\"b\"}");
      Iterator<Row> rows = Extracts.in(folder).rows().iterator();
      rows.next();

      assertThatExceptionOfType(UnreadableDataException.class).isThrownBy(rows::hasNext);
      assertThatIllegalStateException().isThrownBy(rows::hasNext);
    }

    @Test
    void throughFilesKeepsOneOpenAtATime() {
      List<String> trace = new ArrayList<>();
      List<ExtractFile> files = List.of(traced("a", trace, TWO_ROWS), traced("b", trace, TWO_ROWS));
      try (Rows<Row> rows = new Rows<>("here", () -> files, 1_000, row -> row)) {
        Iterator<Row> iterator = rows.iterator();
        assertThat(trace).isEmpty();
        for (int i = 0; i < 3; i++) {
          iterator.next();
        }
        assertThat(trace).containsExactly("open a", "close a", "open b");
      }
      assertThat(trace).endsWith("close b");
    }

    @Test
    void onOverABrokenConnectionIsRefusedAsWorthAnotherTry() {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("Connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
              throw new IOException("Connection reset");
            }
          };
      Rows<Row> rows =
          new Rows<>("here", () -> List.of(new ExtractFile("f", () -> broken)), 1_000, row -> row);

      UnreadableDataException thrown =
          catchThrowableOfType(UnreadableDataException.class, () -> rows.iterator().hasNext());

      assertThat(thrown)
          .hasMessageContaining("Could not read the rows of 'f': reading broke off")
          .hasCauseInstanceOf(IOException.class);
      assertThat(thrown.problem().retry()).isEqualTo(Problem.Retry.YES);
    }

    private ExtractFile traced(String name, List<String> trace, String content) {
      return new ExtractFile(
          name,
          () -> {
            trace.add("open " + name);
            return new ByteArrayInputStream(content.getBytes(UTF_8)) {
              @Override
              public void close() {
                trace.add("close " + name);
              }
            };
          });
    }
  }
}
