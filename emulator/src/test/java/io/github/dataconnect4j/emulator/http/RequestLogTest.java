package io.github.dataconnect4j.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private final RequestLog log = new RequestLog(3, 2);

  @Test
  void keepsTheLatestRequestsAndTheFirstWithoutARoute() {
    add("/lost-1", false);
    for (int i = 1; i <= 5; i++) {
      add("/known-" + i, true);
    }
    assertThat(log.latest())
        .extracting("target")
        .containsExactly("/known-3", "/known-4", "/known-5");
    assertThat(log.unknown()).extracting("target").containsExactly("/lost-1");

    add("/lost-2", false);
    add("/lost-3", false);
    assertThat(log.unknown()).extracting("target").containsExactly("/lost-1", "/lost-2");
    assertThat(log.latest()).extracting("target").containsExactly("/known-5", "/lost-2", "/lost-3");
  }

  private void add(String target, boolean known) {
    log.add(
        new RecordedRequest(
            "one",
            "GET",
            target,
            known ? 200 : 404,
            known ? Optional.of("Thing_Do") : Optional.empty()));
  }
}
