package io.github.dataconnect4j.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dataconnect4j.dataset.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads files that Microsoft published; a plain clone does not have them. */
class PublishedSamplesTest {

  // Tests run in the module's folder.
  private static final Path SAMPLES = Path.of("..", "..", "shared", "samples");

  @TempDir Path folder;

  @BeforeEach
  void needSamples() {
    assumeTrue(Files.isDirectory(SAMPLES), () -> "no " + SAMPLES + " beside this clone");
  }

  private List<Row> read(String dataset) throws IOException {
    String name = "BasicDataSet_v0." + dataset + ".json";
    Files.copy(SAMPLES.resolve(name), folder.resolve(name));
    try (Rows<Row> rows = Extracts.in(folder).rows()) {
      return rows.stream().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "User_v1, 10",
    "CalendarView_v0, 10",
    "Event_v1, 10",
    "TeamChat_v1, 10",
    "SharePointPermissions_v1, 154"
  })
  void haveAsManyRowsAsTheirReadmeSays(String dataset, int rows) throws IOException {
    assertThat(read(dataset)).hasSize(rows);
  }

  @Test
  void spreadOverLinesAreRead() throws IOException {
    List<Row> contacts = read("Contact_v0");

    assertThat(contacts).isNotEmpty().allSatisfy(row -> assertThat(row.text("Id")).isPresent());
    assertThat(contacts.get(0).time("CreatedDateTime")).isPresent();
  }

  @Test
  void withALineOfMegabytesAreRead() throws IOException {
    assertThat(read("SentItem_v1"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.time("sentDateTime")).isPresent());
  }

  @Test
  void withTimesOfSevenDigitsAndNoZoneAreRead() throws IOException {
    assertThat(read("Event_v1"))
        .allSatisfy(
            row ->
                assertThat(row.object("start").flatMap(start -> start.time("dateTime")))
                    .isPresent());
  }
}
