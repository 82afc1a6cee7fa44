package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The emulator, over HTTPS. */
class EmulatorStorageTest extends StorageContract {

  private static EmulatedStorage storage;
  private static Judge judge;

  @BeforeAll
  static void start() {
    storage = new EmulatedStorage();
    judge = storage.judge(EnumSet.of(Difference.UNCOMMITTED_NOT_LISTED));
  }

  @AfterAll
  static void stop() {
    try (EmulatedStorage running = storage) {
      assertThat(running.unknownRoutes()).isEmpty();
    }
  }

  @Override
  Judge judge() {
    return judge;
  }
}
