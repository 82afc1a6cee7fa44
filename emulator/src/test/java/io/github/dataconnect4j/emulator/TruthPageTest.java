package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TruthPageTest {

  private static final Path PAGE = Path.of("..", "docs", "emulator.md");

  @Test
  void theGeneratedPageTellsOfTheEmulatorAsItIs() throws IOException {
    String page;
    try (DataConnectEmulator emulator = DataConnectEmulator.builder().withTenant(1, 1).start()) {
      page = TruthPage.of(emulator.services());
    }
    if (System.getProperty("regenerate", "").equals("docs")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("docs/emulator.md; run this test with -Dregenerate=docs to write it anew")
        .content()
        .isEqualTo(page);
  }
}
