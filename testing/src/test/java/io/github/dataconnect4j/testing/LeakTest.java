package io.github.dataconnect4j.testing;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is started and closed leaves nothing behind. */
class LeakTest {

  /** A class of tests as users have them. */
  @DataConnectTest
  static class Copies {

    @Test
    void mail(DataConnectApp app, VirtualTime time) {
      DataConnectAssertions.assertThat(Mail.copy(app, time)).succeeded();
    }
  }

  private static final long PATIENCE_SECONDS = 30;

  /**
   * Reactor's pool and OkHttp's, which the Azure clients share: one each for the JVM, whose threads
   * end after a minute without work. They grow with what happens to run at once.
   */
  private static final Set<String> POOLS_OF_THE_JVM =
      Set.of("boundedElastic-#", "OkHttp TaskRunner");

  @Test
  void fiftyEmulatorsLeaveNoThread() throws InterruptedException {
    startAndStop(50);
  }

  @Tag("thorough")
  @Test
  void aThousandEmulatorsLeaveNoThread() throws InterruptedException {
    startAndStop(1_000);
  }

  @Test
  void fiftyAtOnceLeaveNoThread() throws InterruptedException {
    emulator().close();
    Map<String, Long> before = threads();
    List<DataConnectEmulator> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(emulator());
    }
    assertThat(all).extracting(one -> one.cloud().graph()).doesNotHaveDuplicates();
    all.forEach(DataConnectEmulator::close);

    assertNoMoreThan(before);
  }

  @Test
  void whatIsWiredLeavesNoThreadOfOurs() throws InterruptedException {
    run();
    Map<String, Long> before = threads();
    for (int i = 0; i < 5; i++) {
      run();
    }
    assertNoMoreThan(before);
  }

  @Test
  void theExtensionLeavesNoThreadOfOurs() throws InterruptedException {
    runATest();
    Map<String, Long> before = threads();
    for (int i = 0; i < 5; i++) {
      runATest();
    }
    assertNoMoreThan(before);
  }

  private static void runATest() {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Copies.class))
                .build());
  }

  @Test
  void whatIsNotClosedIsSeen() throws InterruptedException {
    emulator().close();
    Map<String, Long> before = threads();
    try (DataConnectEmulator open = emulator()) {
      assertThat(more(before)).as("threads of the %s", open).isNotEmpty();
    }
    assertNoMoreThan(before);
  }

  private static void startAndStop(int times) throws InterruptedException {
    emulator().close(); // what the JVM and the libraries keep for good is there after the first
    Map<String, Long> before = threads();
    for (int i = 0; i < times; i++) {
      emulator().close();
    }
    assertNoMoreThan(before);
  }

  private static DataConnectEmulator emulator() {
    return DataConnectEmulator.builder().withTenant(1, 1).start();
  }

  private static void run() {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.start()) {
      emulated.approvedApp(MESSAGE_V1.allColumns());
    }
  }

  /** Threads end a little after they were told to. */
  private static void assertNoMoreThan(Map<String, Long> before) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10 && !more(before).isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(more(before)).isEmpty();
  }

  private static Map<String, Long> more(Map<String, Long> before) {
    Map<String, Long> more = threads();
    more.entrySet().removeIf(one -> one.getValue() <= before.getOrDefault(one.getKey(), 0L));
    return more;
  }

  /** How many threads are alive, by name; numbers in names do not count. */
  private static Map<String, Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(thread -> thread.getName().replaceAll("\\d+", "#"))
        .filter(name -> !POOLS_OF_THE_JVM.contains(name))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
