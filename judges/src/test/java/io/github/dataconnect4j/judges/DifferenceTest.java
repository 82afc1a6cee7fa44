package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceTest {

  @ParameterizedTest
  @EnumSource
  void standsInTheReadmeOfTheEmulator(Difference difference) throws IOException {
    assertThat(Files.readString(Path.of("..", "emulator", "README.md")))
        .contains("| " + difference.title + " |");
  }
}
