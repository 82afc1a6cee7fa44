package io.github.dataconnect4j.judges;

import java.io.IOException;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Azurite, over HTTP; a reported skip where it is not installed. */
class AzuriteStorageTest extends StorageContract {

  private static Azurite azurite;
  private static Judge judge;

  @BeforeAll
  static void start() throws IOException {
    azurite = Azurite.startOrSkip();
    judge =
        azurite.judge(
            EnumSet.of(
                Difference.WRONG_SIGNATURE_CODE,
                Difference.NO_CHALLENGE,
                Difference.WRONG_DIGEST_CODE,
                Difference.RANGE_AT_THE_END,
                Difference.STAGED_BLOCKS_SURVIVE,
                Difference.ANY_VERSION));
  }

  @AfterAll
  static void stop() {
    if (azurite != null) {
      azurite.close();
    }
  }

  @Override
  Judge judge() {
    return judge;
  }
}
