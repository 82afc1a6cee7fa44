package io.github.dataconnect4j.testing;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.dataset.Datasets.USER_V1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the annotation and the extension give, and how often it is fresh. */
class DataConnectTestTest {

  @Nested
  @DataConnectTest
  class WithATenantPerClass {

    private static DataConnectEmulator ofAll;

    private final DataConnectEmulator ofConstructor;
    private DataConnectEmulator ofEach;

    WithATenantPerClass(DataConnectEmulator emulator) {
      ofConstructor = emulator;
    }

    @BeforeAll
    static void take(DataConnectEmulator emulator) {
      ofAll = emulator;
    }

    @BeforeEach
    void takeAgain(DataConnectEmulator emulator) {
      ofEach = emulator;
    }

    @RepeatedTest(2)
    void isTheSameEverywhere(
        DataConnectEmulator emulator,
        EmulatedDataConnect emulated,
        DataConnect dataConnect,
        VirtualTime time) {
      assertThat(emulator).isSameAs(ofAll).isSameAs(ofEach).isSameAs(ofConstructor);
      assertThat(emulated.emulator()).isSameAs(emulator);
      assertThat(emulated.dataConnect()).isSameAs(dataConnect);
      assertThat(emulator.time()).isSameAs(time);
    }

    @Test
    void hasAnAppThatIsApprovedForMail(DataConnectApp app) {
      assertThat(app.registration().datasets())
          .singleElement()
          .satisfies(one -> assertThat(one.selection()).isEqualTo(MESSAGE_V1.allColumns()));
      DataConnectAssertions.assertThat(app.consent()).isApproved();
    }

    @Nested
    class AndAClassWithin {

      @Test
      void sharesIt(DataConnectEmulator emulator) {
        assertThat(emulator).isSameAs(ofAll);
      }
    }

    @Nested
    @DataConnectTest(
        reads = {"User_v1", "Message_v1"},
        host = HostKind.SYNAPSE)
    class AndAClassWithinThatSaysOtherwise {

      @Test
      void hasItsOwn(DataConnectEmulator emulator, DataConnectApp app, EmulatedDataConnect own) {
        assertThat(emulator).isNotSameAs(ofAll);
        assertThat(own.host()).isEqualTo(HostKind.SYNAPSE);
        assertThat(app.registration().datasets())
            .extracting(one -> one.selection().dataset().shortName())
            .containsExactly("User_v1", "Message_v1");
      }
    }
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  @DataConnectTest(fresh = FreshTenant.PER_METHOD)
  class WithATenantPerMethod {

    private final Set<DataConnectEmulator> met = new HashSet<>();

    @BeforeEach
    void take(DataConnectEmulator emulator) {
      met.add(emulator);
    }

    @RepeatedTest(2)
    void isFresh(DataConnectEmulator emulator, RepetitionInfo repetition) {
      met.add(emulator);

      assertThat(met).hasSize(repetition.getCurrentRepetition());
      assertThat(emulator.requests()).isEmpty();
    }
  }

  @Nested
  class WithAStaticExtension {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @RegisterExtension
    static final DataConnectExtension DATA_CONNECT =
        DataConnectExtension.of(
                EmulatedDataConnect.builder()
                    .withHost(HostKind.SYNAPSE)
                    .withTenant(2, 5)
                    .withStart(Instant.parse("2026-03-01T08:00:00Z")))
            .withApp(MESSAGE_V1.columns("subject"));

    @RepeatedTest(2)
    void isAsTheBuilderSaysAndTimeGoesOn(
        VirtualTime time,
        DataConnectApp app,
        EmulatedDataConnect emulated,
        RepetitionInfo repetition) {
      time.advance(Duration.ofDays(1));

      assertThat(time.now())
          .isAfterOrEqualTo(START.plus(Duration.ofDays(repetition.getCurrentRepetition())));
      assertThat(emulated.host()).isEqualTo(HostKind.SYNAPSE);
      assertThat(app.registration().datasets().get(0).selection().columns())
          .containsExactly("subject");
    }
  }

  @Nested
  class WithAnExtensionPerInstance {

    @RegisterExtension
    final DataConnectExtension dataConnect =
        DataConnectExtension.of(EmulatedDataConnect.builder())
            .withRegistration(
                emulated ->
                    Registration.of(emulated.landing())
                        .describedAs("people")
                        .reads(USER_V1.columns("mail")));

    @RepeatedTest(2)
    void isFreshEachTime(DataConnectEmulator emulator, DataConnectApp app) {
      assertThat(app.registration().description()).isEqualTo("people");
      assertThat(emulator.requests())
          .filteredOn(one -> one.operation().filter("Factories_CreateOrUpdate"::equals).isPresent())
          .hasSize(1);
    }
  }
}
