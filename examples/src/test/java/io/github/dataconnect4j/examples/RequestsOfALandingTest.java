package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.onboarding.Landing;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many requests a landing costs: each address is asked once in a look. */
class RequestsOfALandingTest {

  @ParameterizedTest
  @CsvSource({"DATA_FACTORY, 45", "SYNAPSE, 54"})
  void theFirstTimeWithSignInAndPolls(Backend backend, int most) {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(landing(scene, backend)).apply();

      assertThat(scene.emulator.requests())
          .as(lines(scene.emulator.requests()))
          .hasSizeLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whenItStands(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      scene.dataConnect.plan(landing).apply();
      int before = scene.emulator.requests().size();

      scene.dataConnect.plan(landing).apply();

      List<RecordedRequest> since =
          scene.emulator.requests().subList(before, scene.emulator.requests().size());
      assertThat(scene.writesSince(before)).isEmpty();
      assertThat(since.stream().collect(Collectors.groupingBy(RecordedRequest::target)))
          .as("each address at most once in each of the two looks")
          .allSatisfy((address, requests) -> assertThat(requests).hasSizeLessThanOrEqualTo(2))
          .hasSizeLessThanOrEqualTo(17);
    }
  }

  private static Landing landing(Scene scene, Backend backend) {
    return scene.landing.host(backend.named("m365-to-storage"));
  }

  private static String lines(List<RecordedRequest> requests) {
    return requests.stream()
        .map(one -> one.method() + " " + one.status() + " " + one.target())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
