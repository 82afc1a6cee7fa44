package io.github.dataconnect4j.emulator.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFilesTest {

  @TempDir Path folder;

  @Nested
  class Reading {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"n\":1,\"puser\":\"a\"}\n{\"n\":2,\"puser\":\"a\"}\n",
          "{\"n\":1,\"puser\":\"a\"}{\"n\":2,\"puser\":\"a\"}",
          "{\n  \"n\" : 1,\n  \"puser\" : \"a\"\n}\r\n{\n  \"n\" : 2,\n  \"puser\" : \"a\"\n}   ",
          "[{\"n\":1,\"puser\":\"a\"},{\"n\":2,\"puser\":\"a\"}]",
          "[{\"n\":1,\"puser\":\"a\"}]\n[]\n[{\"n\":2,\"puser\":\"a\"}]",
          "\uFEFF{\"n\":1,\"puser\":\"a\"}\n\n{\"n\":2,\"puser\":\"a\"}"
        })
    void takesAnySequenceOfObjects(String text) throws IOException {
      write("Message_v1.json", text);
      assertThat(rows("Message_v1"))
          .extracting(row -> row.get("n").intValue())
          .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void takesUnicodeHoweverItIsWritten(String charset) throws IOException {
      Files.write(
          folder.resolve("Message_v1.json"),
          "{\"subject\":\"Grüße\",\"puser\":\"a\"}\r\n".getBytes(Charset.forName(charset)));
      assertThat(rows("Message_v1").get(0).get("subject").textValue()).isEqualTo("Grüße");
    }

    @Test
    void leavesRowsAsTheyAreButForTheTenant() throws IOException {
      write(
          "TeamChat_v1.json",
          "{\"Id\":\"1\",\"x\":1.10,\"y\":12345678901234567890,\"z\":null,\"puser\":\"a\","
              + "\"ptenant\":\"theirs\",\"unknown\":{\"b\":[]}}");
      write("SharePointSites_v1.json", "{\"Id\":\"s\"}");

      assertThat(rows("TeamChat_v1").get(0))
          .hasToString(
              "{\"Id\":\"1\",\"x\":1.10,\"y\":12345678901234567890,\"z\":null,\"puser\":\"a\","
                  + "\"ptenant\":\"ours\",\"unknown\":{\"b\":[]}}");
      assertThat(rows("SharePointSites_v1").get(0)).hasToString("{\"Id\":\"s\"}");
    }

    @Test
    void takesRowsOfManyMegabytes() throws IOException {
      String large = "x".repeat(30_000_000);
      write("SentItem_v1.json", "{\"content\":\"" + large + "\",\"puser\":\"a\"}\n");
      assertThat(rows("SentItem_v1").get(0).get("content").textValue()).isEqualTo(large);
    }

    @Test
    void asksWhoseRowsAreWanted() throws IOException {
      write("Message_v1.json", "{\"n\":1,\"puser\":\"a\"}{\"n\":2,\"puser\":\"b\"}");
      List<String> owners = new ArrayList<>();
      files().stream(
          Catalog.builtIn().dataset("Message_v1"), "b"::equals, (id, row) -> owners.add(id));
      assertThat(owners).containsExactly("b");
    }

    @Test
    void asksNobodyForDatasetsOfTheTenant() throws IOException {
      write("SharePointSites_v1.json", "{\"Id\":\"s\"}");
      List<String> owners = new ArrayList<>();
      files().stream(
          Catalog.builtIn().dataset("SharePointSites_v1"),
          id -> false,
          (id, row) -> owners.add(id));
      assertThat(owners).containsExactly("");
    }

    @Test
    void refusesAFolderWithoutFilesOfADataset() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files())
          .withMessageContainingAll(folder.toString(), "BasicDataSet_v0.Message_v1.json");
    }

    @Test
    void givesNothingForADatasetWithoutFiles() throws IOException {
      write("User_v1.json", "{}");
      assertThat(rows("Message_v1")).isEmpty();
    }
  }

  @Nested
  class Naming {

    @ParameterizedTest
    @CsvSource({
      "BasicDataSet_v0.Message_v1.json, Message_v1",
      "BasicDataSet_v0.Message_v1, Message_v1",
      "message_v1.JSON, Message_v1",
      "Message_v1_0f3a9c1e-aaaa-bbbb-cccc-000000000001.jsonl, Message_v1",
      "Message_v1 (2).txt, Message_v1",
      "BasicDataSet_v0.SentItems_v1.part-0.json, SentItem_v1",
      "Message_v1/0f3a9c1e-aaaa-bbbb-cccc-000000000001, Message_v1",
      "BasicDataSet_v0.Event_v1/run-7/0f3a.json, Event_v1"
    })
    void tellsTheDataset(String file, String dataset) throws IOException {
      write(file, "{\"puser\":\"a\"}");
      assertThat(files().files()).containsOnlyKeys(Catalog.builtIn().dataset(dataset));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "README.md",
          "Message_v1.csv",
          "Message_v12.json",
          "Message.json",
          "Message_v1/notes.parquet",
          "metadata/Message_v1.json",
          ".Message_v1.json"
        })
    void leavesOutWhatIsNoDataset(String file) throws IOException {
      write(file, "not JSON at all");
      write("User_v1.json", "{}");
      assertThat(files().files()).containsOnlyKeys(Catalog.builtIn().dataset("User_v1"));
    }

    @Test
    void putsAllFilesOfADatasetTogether() throws IOException {
      write("Message_v1-b.json", "{\"n\":2}");
      write("Message_v1-a.json", "{\"n\":1}");
      write("more/Message_v1.json", "{\"n\":3}");
      assertThat(rows("Message_v1"))
          .extracting(row -> row.get("n").intValue())
          .containsExactly(1, 2, 3);
    }
  }

  @Nested
  class Faults {

    @Test
    void nameFileLineAndColumnAndNoValue() throws IOException {
      Path file = write("Message_v1.json", "{\"puser\":\"a\"}\n{\"subject\": Confidential}\n");
      UnreadableDataException failure =
          catchThrowableOfType(UnreadableDataException.class, TenantFilesTest.this::files);
      assertThat(failure)
          .hasMessage(
              "Could not read the extract file "
                  + file
                  + ": at line 2, column 26 the text is no JSON."
                  + " Mend the file, or take it out of the data folder.")
          .hasNoCause();
    }

    @Test
    void areFilesThatEndTooSoon() throws IOException {
      write("Message_v1.json", "{\"puser\":\"a\"}\n{\"subject\":\"Conf");
      assertThatThrownBy(() -> files())
          .isInstanceOf(UnreadableDataException.class)
          .hasMessageContaining("at line 2, column ")
          .hasMessageContaining(" the file ends in the middle of a value.")
          .hasMessageNotContaining("Conf");
    }

    @Test
    void areRowsThatAreNoObjects() throws IOException {
      write("Message_v1.json", "{\"puser\":\"a\"}\n42\n");
      assertThatThrownBy(() -> files())
          .isInstanceOf(UnreadableDataException.class)
          .hasMessageContaining("at line 2, column 1 there is something else than a JSON object.");
    }

    @Test
    void areFilesThatWentBadSinceTheyWereFirstRead() throws IOException {
      write("Message_v1.json", "{\"puser\":\"a\"}");
      TenantFiles files = files();
      Files.delete(folder.resolve("Message_v1.json"));
      assertThatThrownBy(
              () ->
                  files.stream(
                      Catalog.builtIn().dataset("Message_v1"), id -> true, (id, row) -> {}))
          .isInstanceOf(UnreadableDataException.class)
          .hasMessageContaining("reading it failed with NoSuchFileException.");
    }

    @Test
    void areFoldersThatAreNotThere() {
      Path none = folder.resolve("none");
      assertThatThrownBy(() -> new TenantFiles(none, "ours", "c.example", OfficeRegion.EUROPE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("data folder '" + none + "' is not there. Name a folder with extract files.");
    }
  }

  @Nested
  class Owning {

    @Test
    void makesMembersWithAMailboxOfThoseWhoseRowsThereAre() throws IOException {
      write("Message_v1.json", "{\"puser\":\"0409a7eb-588d\"}{\"puser\":\"1715c984-a1ce\"}");
      List<Person> people = files().people();
      assertThat(people).extracting(Person::id).containsExactly("0409a7eb-588d", "1715c984-a1ce");
      assertThat(people)
          .allSatisfy(
              person -> {
                assertThat(person.enabled()).isTrue();
                assertThat(person.guest()).isFalse();
                assertThat(person.region()).contains(OfficeRegion.EUROPE);
                assertThat(person.principalName())
                    .matches("[a-z]+\\.[a-z]+-" + person.id().substring(0, 8) + "@c\\.example");
              });
      assertThat(files().people()).isEqualTo(people);
    }

    @Test
    void namesThemAsUserRowsDo() throws IOException {
      write("Message_v1.json", "{\"puser\":\"u1\"}");
      write(
          "User_v1.json",
          "{\"displayName\":\"Patti Fernandez\",\"userPrincipalName\":\"patti@c.example\","
              + "\"department\":\"Executive\",\"jobTitle\":null,\"accountEnabled\":false,"
              + "\"puser\":\"u1\"}");
      assertThat(files().people())
          .containsExactly(
              new Person(
                  "u1",
                  "patti@c.example",
                  "Patti Fernandez",
                  "Executive",
                  "",
                  Optional.empty(),
                  false,
                  true,
                  Optional.of(OfficeRegion.EUROPE)));
    }

    @Test
    void makesGroupsWithTheMembersThatAreKnown() throws IOException {
      write("Message_v1.json", "{\"puser\":\"u1\"}");
      write(
          "GroupDetails_v0.json",
          "{\"displayName\":\"Sales\",\"groupTypes\":[],\"mailEnabled\":false,"
              + "\"securityEnabled\":true,\"pObjectId\":\"g1\"}");
      write(
          "GroupMembers_v0.json",
          "{\"id\":\"u1\",\"pObjectId\":\"g1\"}{\"id\":\"u2\",\"pObjectId\":\"g1\"}"
              + "{\"id\":\"u1\",\"puser\":\"g2\"}");
      assertThat(files().groups())
          .containsExactly(
              new Group("g1", "Sales", Group.Kind.SECURITY, List.of("u1")),
              new Group("g2", "Group g2", Group.Kind.MICROSOFT_365, List.of("u1")));
      assertThat(rows("GroupMembers_v0")).hasSize(3);
    }

    @Test
    void givesRowsOfNobodyToAUserMadeForThem() throws IOException {
      write("Message_v1.json", "{\"n\":1}{\"n\":2,\"puser\":null}");
      assertThat(files().people())
          .singleElement()
          .satisfies(
              person -> {
                assertThat(person.id()).isEqualTo(RowOwners.NOBODY);
                assertThat(person.displayName()).isEqualTo("Rows Without Owner");
                assertThat(person.principalName()).isEqualTo("rows.without.owner@c.example");
              });
      assertThat(rows("Message_v1")).hasSize(2).noneMatch(row -> row.path("puser").isTextual());
    }
  }

  @Nested
  class PublishedSamples {

    @ParameterizedTest
    @CsvSource({
      "User_v1, 10, 10",
      "SentItem_v1, 10, 3",
      "CalendarView_v0, 10, 3",
      "Event_v1, 10, 6",
      "TeamChat_v1, 10, 3",
      "Contact_v0, 10, 1",
      "SharePointPermissions_v1, 154, 0"
    })
    void areReadWholeAndWithAllTheirOwners(String name, int rows, int owners) throws IOException {
      Path sample = samples().resolve("BasicDataSet_v0." + name + ".json");
      Files.copy(sample, folder.resolve(sample.getFileName()));
      assertThat(rows(name)).hasSize(rows);
      assertThat(files().people()).hasSize(owners);
    }

    @Test
    void nameThePeopleOfAllDatasets() {
      TenantFiles files =
          new TenantFiles(samples(), "ours", "c.example", OfficeRegion.NORTH_AMERICA);
      assertThat(files.files()).hasSize(7);
      assertThat(files.people()).extracting(Person::displayName).contains("Patti Fernandez");
    }

    private Path samples() {
      Path here = Path.of("").toAbsolutePath();
      for (Path up = here; up != null; up = up.getParent()) {
        Path samples = up.resolveSibling("shared").resolve("samples");
        if (Files.isDirectory(samples)) {
          return samples;
        }
      }
      assumeTrue(false, "no published samples: there is no ../shared/samples beside the project");
      return here;
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private TenantFiles files() {
    return new TenantFiles(folder, "ours", "c.example", OfficeRegion.EUROPE);
  }

  private List<ObjectNode> rows(String dataset) throws IOException {
    List<ObjectNode> rows = new ArrayList<>();
    files().stream(Catalog.builtIn().dataset(dataset), id -> true, (id, row) -> rows.add(row));
    return rows;
  }
}
