package io.github.dataconnect4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunNamesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:09:10.999Z");

  @Test
  void keysTellTheSecondAndDifferWithinIt() {
    Random chance = new Random(1);
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      keys.add(RunNames.newKey(NOW, chance));
    }

    assertThat(keys).hasSize(1000).allMatch(key -> key.matches("20260301T080910Z-[0-9a-f]{8}"));
  }

  @Test
  void keysSortByTime() {
    Random chance = new Random(1);

    assertThat(RunNames.newKey(NOW, chance))
        .isLessThan(RunNames.newKey(NOW.plusSeconds(1), chance));
  }

  @Test
  void keysAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      assertThat(RunNames.newKey(NOW, new Random(1))).startsWith("20260301T080910Z-");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void pipelinesTellTheirDataset() {
    String name = RunNames.pipeline("email metrics", "Message_v1", "a", "b");

    assertThat(name).matches("email-metrics_Message_v1_[0-9a-f]{8}");
    assertThat(RunNames.dataset("email metrics", name)).contains("Message_v1");
    assertThat(RunNames.dataset("email", name)).isEmpty();
    assertThat(RunNames.pipeline("é.mail/x", "Message_v1")).startsWith("__mail_x_Message_v1_");
    assertThat(RunNames.dataset("email metrics", "email-metrics_0a0b0c0d")).isEmpty();
  }

  @Test
  void pipelinesDifferInWhateverTheyAreMadeOf() {
    assertThat(RunNames.pipeline("app", "Message_v1", "a", "b"))
        .isEqualTo(RunNames.pipeline("app", "Message_v1", "a", "b"))
        .isNotEqualTo(RunNames.pipeline("app", "Message_v1", "ab", ""))
        .isNotEqualTo(RunNames.pipeline("app", "Message_v1", "b", "a"))
        .isNotEqualTo(RunNames.pipeline("app", "Message_v0", "a", "b"));
    assertThat(RunNames.pipeline("a b", "Message_v1"))
        .isNotEqualTo(RunNames.pipeline("a-b", "Message_v1"));
  }

  @Test
  void foldersLieBeneathTheLandingsOwn() {
    assertThat(RunNames.folder("", "Message_v1")).isEqualTo("Message_v1");
    assertThat(RunNames.folder("mail/2026", "Message_v1")).isEqualTo("mail/2026/Message_v1");
  }
}
