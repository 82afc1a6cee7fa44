package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many apply a landing, and wherever one of them dies: there is one of everything. */
class LandingStandsOnceTest {

  private static final int PROGRAMS = 4;

  /** Of the dead programs, this many are left out in the build between two that are tried. */
  private static final int SAMPLE = 5;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whenFourProgramsApplyItAtOnce(Backend backend) throws Exception {
    crowd(backend, DataConnectEmulator.builder().withTenant(2, 1).withRealTime());
  }

  @RepeatedTest(20)
  @Tag("thorough")
  void whenFourProgramsApplyItAtOnceAgainAndAgain() throws Exception {
    for (Backend backend : Backend.values()) {
      crowd(backend, DataConnectEmulator.builder().withTenant(2, 1).withRealTime());
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whenFourProgramsApplyItAtOnceInVirtualTime(Backend backend) throws Exception {
    crowd(backend, DataConnectEmulator.builder().withTenant(2, 1));
  }

  private static void crowd(Backend backend, EmulatorBuilder builder) throws Exception {
    try (Scene scene = new Scene(builder)) {
      Landing landing = scene.landing.host(backend.named("m365-to-storage"));
      CyclicBarrier together = new CyclicBarrier(PROGRAMS);
      ExecutorService programs = Executors.newFixedThreadPool(PROGRAMS);
      try {
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
          ends.add(programs.submit(program(scene.emulator, landing, together)));
        }
        for (Future<Integer> end : ends) {
          requireDoneOrTold(end);
        }
      } finally {
        programs.shutdownNow();
      }
      scene.dataConnect.plan(landing).apply();
      requireOneOfEach(scene, landing);
    }
  }

  /** Nobody is left without an answer: it is done, or the one who does it is named. */
  private static void requireDoneOrTold(Future<Integer> end) throws InterruptedException {
    try {
      assertThat(end.get()).isPositive();
    } catch (ExecutionException e) {
      // In virtual time five minutes are over in no time.
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              DataConnectException.class,
              told -> {
                assertThat(told.problem().code()).contains("LANDING_HELD");
                assertThat(told.problem().cure()).startsWith("Apply again when it is done.");
              });
    }
  }

  private static Callable<Integer> program(
      DataConnectEmulator emulator, Landing landing, CyclicBarrier together) {
    return () -> {
      try (DataConnect own = DataConnect.open(account(emulator, emulator.cloud()))) {
        together.await();
        return own.plan(landing).apply().size();
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whenAProgramDiesAtOneOfItsWrites(Backend backend) throws Exception {
    int number = 0;
    for (Death death : deaths(backend).toList()) {
      if (number++ % SAMPLE == 0) {
        diesAndIsRunAgain(backend, death);
      }
    }
  }

  @Test
  @Tag("thorough")
  void whenAProgramDiesAtAnyOfItsWrites() throws Exception {
    for (Backend backend : Backend.values()) {
      for (Death death : deaths(backend).toList()) {
        diesAndIsRunAgain(backend, death);
      }
    }
  }

  /** Every write of a landing, before and after it is carried out. */
  private static Stream<Death> deaths(Backend backend) {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(scene.landing.host(backend.named("m365-to-storage"))).apply();
      List<Death> deaths = new ArrayList<>();
      Map<String, Integer> seen = new LinkedHashMap<>();
      for (RecordedRequest write : scene.writesSince(0)) {
        String operation = write.operation().orElseThrow();
        int nth = seen.merge(operation, 1, Integer::sum);
        deaths.add(new Death(operation, nth, Fault.lostRequest()));
        deaths.add(new Death(operation, nth, Fault.lostAnswer()));
      }
      return deaths.stream();
    }
  }

  private static void diesAndIsRunAgain(Backend backend, Death death) {
    try (Scene scene = new Scene()) {
      Landing landing = scene.landing.host(backend.named("m365-to-storage"));
      for (int spared = 1; spared < death.nth; spared++) {
        scene.emulator.faults().spare(death.operation);
      }
      scene.emulator.faults().add(death.operation, death.fault);
      Cloud dying = scene.emulator.cloud().with(new DyingTime(scene.emulator), new Random(7));
      try (DataConnect first = DataConnect.open(account(scene.emulator, dying))) {
        first.plan(landing).apply();
      } catch (Dead | DataConnectException stopped) {
        // As planned: the clients wrap what they do not expect, and it ends the program as well.
      }
      assertThat(scene.emulator.faults().pending()).as("%s was met", death).isEmpty();

      scene.dataConnect.plan(landing).apply();

      requireOneOfEach(scene, landing);
    }
  }

  private static void requireOneOfEach(Scene scene, Landing landing) {
    int requests = scene.emulator.requests().size();
    assertThat(scene.dataConnect.plan(landing).apply()).isNotEmpty();
    assertThat(scene.writesSince(requests)).as("a further apply").isEmpty();
    Application application =
        scene
            .account
            .directory()
            .findApplication(landing.tag(scene.emulator.subscriptionId()))
            .orElseThrow();
    assertThat(application.secrets()).extracting(SecretEntry::label).hasSize(1);
    assertThat(scene.account.directory().ownerIds(application)).hasSize(1);
  }

  private static AzureAccount account(DataConnectEmulator emulator, Cloud cloud) {
    return AzureAccount.at(cloud)
        .credential(
            AzureCredentials.clientSecret(
                cloud, emulator.tenantId(), emulator.clientId(), emulator.clientSecret()))
        .subscription(emulator.subscriptionId())
        .directory(Entra.directory());
  }

  /**
   * Where a program dies: at its first pause after a write met a fault.
   *
   * @param operation the write
   * @param nth which of that operation, from 1
   * @param fault before or after it was carried out
   */
  private record Death(String operation, int nth, Fault fault) {}

  /** Time that stops the program at its first pause once the ordered fault was met. */
  private record DyingTime(DataConnectEmulator emulator) implements TimeSource {

    @Override
    public Instant now() {
      return emulator.time().now();
    }

    @Override
    public Duration elapsed() {
      return emulator.time().elapsed();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (emulator.faults().pending().isEmpty()) {
        throw new Dead();
      }
      emulator.time().sleep(duration);
    }
  }

  private static final class Dead extends Error {

    private static final long serialVersionUID = 1L;
  }
}
