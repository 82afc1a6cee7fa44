package io.github.dataconnect4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/testing.md is that of the consumer's tests, and those are short. */
class TestingPageTest {

  private static final Path PAGE = Path.of("../docs/testing.md");
  private static final Path TESTS = Path.of("../consumer/tests/src/test/java/org/example/mail");
  private static final Path MOCKS = Path.of("../consumer/mocks/src/test/java/org/example/mail");
  private static final int MOST_LINES_OF_THE_FIRST = 12;
  private static final int MOST_LINES = 15;

  /** A comment that names source and region, and the block after it. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- (\\w+\\.java), region \"(\\w+)\" -->\n```java\n(.*?)```", Pattern.DOTALL);

  /** A test with a parameter, from its first annotation to its last brace. */
  private static final Pattern METHOD =
      Pattern.compile("^  @ParameterizedTest$.*?^  }$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void eachCodeBlockIsTheRegionOfATest() throws IOException {
    String page = Files.readString(PAGE);
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

    assertThat(blocks).as("named blocks").hasSize(page.split("```java", -1).length - 1);
    assertThat(blocks).hasSizeGreaterThan(3);
    for (MatchResult block : blocks) {
      assertThat(block.group(3).strip()).isEqualTo(region(block.group(1), block.group(2)));
    }
  }

  @Test
  void theFirstTestIsShort() throws IOException {
    assertThat(region("MailTest.java", "first").lines())
        .hasSizeLessThanOrEqualTo(MOST_LINES_OF_THE_FIRST);
  }

  @Test
  void eachScenarioIsShort() throws IOException {
    List<String> scenarios =
        METHOD
            .matcher(Files.readString(TESTS.resolve("ScenariosTest.java")))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(scenarios).hasSizeGreaterThan(7);
    assertThat(scenarios)
        .allSatisfy(scenario -> assertThat(scenario.lines()).hasSizeLessThanOrEqualTo(MOST_LINES));
  }

  private static String region(String source, String name) throws IOException {
    Path inTests = TESTS.resolve(source);
    List<String> lines =
        Files.readAllLines(Files.exists(inTests) ? inTests : MOCKS.resolve(source));
    List<String> stripped = lines.stream().map(String::strip).toList();
    int start = stripped.indexOf("// region " + name) + 1;
    assertThat(start).as("region %s of %s", name, source).isPositive();
    int length = stripped.subList(start, lines.size()).indexOf("// endregion");
    return String.join("\n", lines.subList(start, start + length)).stripTrailing().stripIndent();
  }
}
