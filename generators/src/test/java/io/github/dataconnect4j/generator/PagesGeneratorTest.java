package io.github.dataconnect4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesGeneratorTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;
  private Path templates;
  private Path sources;

  @BeforeEach
  void writeTemplates() throws IOException {
    templates = Files.createDirectory(folder.resolve("templates"));
    sources = folder.resolve("sources");
    template("one", "<p>${name}</p>");
    template("two", "<p>2, ${name}</p>");
  }

  private void template(String name, String html) throws IOException {
    Files.writeString(templates.resolve(name + ".jte"), "@param String name\n" + html + "\n");
  }

  private void generate() throws IOException {
    PagesGenerator.main(new String[] {templates.toString(), sources.toString(), "some.pages"});
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(sources.resolve("some/pages"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path source(String name) {
    return sources.resolve("some/pages/Jte" + name + "Generated.java");
  }

  @Test
  void writesWhatDiffersAndLeavesTheRest() throws IOException {
    generate();
    assertThat(written()).containsExactly("JteoneGenerated.java", "JtetwoGenerated.java");
    Files.setLastModifiedTime(source("one"), LONG_AGO);
    Files.setLastModifiedTime(source("two"), LONG_AGO);

    template("two", "<p>two, ${name}</p>");
    generate();

    assertThat(Files.getLastModifiedTime(source("one"))).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(source("two"))).isGreaterThan(LONG_AGO);
    assertThat(source("two")).content().contains("two, ");
  }

  @Test
  void removesWhatHasNoTemplateAnyMore() throws IOException {
    generate();
    Files.delete(templates.resolve("one.jte"));

    generate();

    assertThat(written()).containsExactly("JtetwoGenerated.java");
  }

  @Test
  void refusesAHandlerWithinATag() throws IOException {
    template("one", "<p onclick=\"x()\">${name}</p>");

    assertThatThrownBy(this::generate).hasMessageContaining("onclick");
  }
}
