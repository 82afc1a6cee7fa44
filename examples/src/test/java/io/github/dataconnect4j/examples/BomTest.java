package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so it repeats versions of the root: they must be the same. */
class BomTest {

  private static final Pattern MANAGED =
      Pattern.compile(
          "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)<");
  private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</\\1>");

  @Test
  void namesTheVersionsThatTheBuildIsTestedWith() throws IOException {
    Map<String, String> bom = managed(Path.of("../bom/pom.xml"));
    Map<String, String> root = managed(Path.of("../pom.xml"));

    Map<String, String> both = new TreeMap<>(bom);
    both.keySet().retainAll(root.keySet());

    assertThat(both)
        .containsKeys(
            "com.azure:azure-core",
            "io.github.dataconnect4j:dataconnect4j-core",
            "org.jspecify:jspecify",
            "org.slf4j:slf4j-api");
    assertThat(root).containsAllEntriesOf(both);
    assertThat(bom.get("com.fasterxml.jackson.core:jackson-databind"))
        .as("Jackson, which the root takes from its own BOM")
        .isNotNull()
        .isEqualTo(root.get("com.fasterxml.jackson:jackson-bom"));
  }

  private static Map<String, String> managed(Path pom) throws IOException {
    String text = Files.readString(pom);
    Matcher property = PROPERTY.matcher(text);
    Map<String, String> versions = new TreeMap<>();
    while (property.find()) {
      versions.put("${" + property.group(1) + "}", property.group(2));
    }
    Map<String, String> managed = new TreeMap<>();
    Matcher one = MANAGED.matcher(text);
    while (one.find()) {
      String version = versions.getOrDefault(one.group(3), one.group(3));
      managed.put(one.group(1) + ":" + one.group(2), version);
    }
    return managed;
  }
}
