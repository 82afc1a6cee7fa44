package io.github.dataconnect4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.cloud.TestKeys;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.LandingPlan;
import io.github.dataconnect4j.onboarding.LandingPlan.Change;
import io.github.dataconnect4j.onboarding.LandingPlan.Step;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnboardingTest {

  private final Scene scene = new Scene();
  private final FakeAccount account = scene.account;

  @Nested
  class ASecret {

    private static final String LABEL = "dataconnect4j Fake Host m365-to-storage";

    @Test
    void waitsForTheProgramThatMakesOne() {
      account.otherHolders.addAll(List.of("ben, since nine", "ben, since nine"));

      scene.dataConnect.plan(scene.landing).apply();

      assertThat(scene.dataConnect.plan(scene.landing).isUpToDate()).isTrue();
      assertThat(account.leases).as("let go of").isZero();
    }

    @Test
    void isNotMadeWhileAnotherProgramHoldsTheLanding() {
      account.otherHolders.addAll(Collections.nCopies(100, "ben, since nine"));

      assertThatThrownBy(() -> scene.dataConnect.plan(scene.landing).apply())
          .isInstanceOf(WaitEndedException.class)
          .hasMessageContaining("another program is doing so: ben, since nine.")
          .hasMessageContaining("Apply again when it is done.")
          .hasMessageContaining("[LANDING_HELD]");

      account.otherHolders.clear();
      account.writes.clear();
      scene.dataConnect.plan(scene.landing).apply();
      assertThat(account.writes).containsExactly("addSecret " + LABEL, "connect key-1");
    }

    @Test
    void thatReachedNoConnectionIsRemovedByItsLabel() {
      scene.dataConnect.plan(scene.landing).apply();
      account.pipelines.forgetConnections();
      account.writes.clear();

      scene.dataConnect.plan(scene.landing).apply();

      assertThat(account.writes)
          .containsExactly("removeSecret key-15", "addSecret " + LABEL, "connect key-2");
    }

    @Test
    void whoseAnswerIsLostIsRemovedAndAnotherIsMade() {
      account.directory.losesSecrets = 1;

      scene.dataConnect.plan(scene.landing).apply();

      assertThat(account.writes)
          .endsWith(
              "addSecret " + LABEL, "removeSecret key-15", "addSecret " + LABEL, "connect key-17");
    }

    @Test
    void whoseAnswersAreAllLostEndsInDoubt() {
      account.directory.losesSecrets = 100;

      assertThatThrownBy(() -> scene.dataConnect.plan(scene.landing).apply())
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(account.writes.stream().filter(("addSecret " + LABEL)::equals)).hasSize(3);
      assertThat(account.leases).as("let go of").isZero();
    }
  }

  @Nested
  class APlan {

    @Test
    void makesEverythingOnEmptyGroundInOrder() {
      LandingPlan plan = scene.dataConnect.plan(scene.landing);

      assertThat(plan.isUpToDate()).isFalse();
      assertThat(plan.steps()).extracting(Step::change).containsOnly(Change.CREATE);
      assertThat(plan.steps())
          .extracting(Step::kind)
          .containsExactly(
              "resource providers",
              "resource group",
              "storage account",
              "container",
              "Entra application",
              "application owner",
              "service principal",
              "role of the app",
              "role of the caller",
              "billing resource",
              "Fake Host",
              "integration runtime",
              "connections");
      assertThat(plan.text().lines())
          .startsWith(
              "+ resource providers Microsoft.Fake, Microsoft.GraphServices, Microsoft.Storage (not"
                  + " registered: Microsoft.Fake, Microsoft.GraphServices, Microsoft.Storage)",
              "+ resource group m365-rg (there is none)",
              "+ storage account mgdcdata (the resource group is missing)",
              "+ container m365 (the storage account is missing)");
      assertThat(account.writes).as("planning only looks").isEmpty();
    }

    @Test
    void writesEachResourceOnceWhenApplied() {
      List<Step> done = scene.dataConnect.plan(scene.landing).apply();

      assertThat(done).extracting(Step::change).containsOnly(Change.CREATE);
      String applicationId = FakeDirectory.APPLICATION_ID;
      assertThat(account.writes)
          .containsExactly(
              "registerProvider Microsoft.Fake",
              "registerProvider Microsoft.GraphServices",
              "registerProvider Microsoft.Storage",
              "createResourceGroup m365-rg",
              "createAccount mgdcdata",
              "createContainer m365",
              "createApplication dataconnect4j:"
                  + FakeAccount.SUBSCRIPTION
                  + "/m365-rg/email-metrics",
              "addOwner " + FakeDirectory.ANA,
              "createServicePrincipal " + applicationId,
              "grant Storage Blob Data Contributor to principal of " + applicationId,
              "grant Storage Blob Data Reader to " + FakeDirectory.ANA,
              "createBillingAccount mgdc-" + applicationId,
              "createHost westeurope beside mgdcdata/m365",
              "createIntegrationRuntime DataConnectRuntime",
              "addSecret dataconnect4j Fake Host m365-to-storage",
              "connect key-15");
    }

    @Test
    void writesNothingTheSecondTime() {
      LandingPlan plan = scene.dataConnect.plan(scene.landing);
      plan.apply();
      account.writes.clear();

      LandingPlan again = scene.dataConnect.plan(scene.landing);
      assertThat(again.isUpToDate()).isTrue();
      assertThat(again.apply()).extracting(Step::change).containsOnly(Change.KEEP);
      assertThat(plan.apply()).extracting(Step::change).containsOnly(Change.KEEP);
      assertThat(account.writes).isEmpty();
    }

    @Test
    void goesOnWhereItBrokeOff() {
      account.breakAt(
          "createServicePrincipal",
          new ServiceUnavailableException(Problem.of("create", "it broke.", "Again."), null));
      LandingPlan plan = scene.dataConnect.plan(scene.landing);
      assertThatThrownBy(plan::apply).isInstanceOf(ServiceUnavailableException.class);
      List<String> before = List.copyOf(account.writes);

      List<Step> done = scene.dataConnect.plan(scene.landing).apply();

      assertThat(done)
          .filteredOn(step -> step.change() == Change.CREATE)
          .extracting(Step::kind)
          .startsWith("service principal")
          .endsWith("connections")
          .hasSize(7);
      assertThat(account.writes).startsWith(before.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void tellsItsListenersOfEachStepWhenItIsDone() {
      List<Step> first = new ArrayList<>();
      List<Step> second = new ArrayList<>();

      List<Step> done =
          scene.dataConnect.plan(scene.landing).onStep(first::add).onStep(second::add).apply();

      assertThat(first).isEqualTo(done).isEqualTo(second);
    }

    @Test
    void believesADirectoryThatShowsLateWhatItMade() {
      account.directory.showsLate = true;

      scene.dataConnect.plan(scene.landing).apply();

      assertThat(account.writes)
          .filteredOn(write -> write.startsWith("createApplication"))
          .hasSize(1);
      assertThat(account.writes).anyMatch(write -> write.startsWith("connect "));
    }

    @Test
    void makesANewSecretOnlyWhenTheOldOneIsGoneOrAboutToLapse() {
      scene.dataConnect.plan(scene.landing).apply();

      account.time.move(Duration.ofDays(178));
      assertThat(scene.dataConnect.plan(scene.landing).isUpToDate()).isTrue();
      account.time.move(Duration.ofDays(1));
      assertThat(created(scene.dataConnect.plan(scene.landing))).containsExactly("connections");

      scene.dataConnect.plan(scene.landing).apply();
      assertThat(scene.dataConnect.plan(scene.landing).isUpToDate()).isTrue();
      account.directory.forgetSecrets(scene.landing.tag(FakeAccount.SUBSCRIPTION));
      assertThat(created(scene.dataConnect.plan(scene.landing))).containsExactly("connections");
    }

    @Test
    void registersACertificateOnceAndBeforeTheConnections(@TempDir Path folder) {
      Secret password = Secret.of("pfx-password");
      AppCredential credential =
          AppCredential.certificate(TestKeys.pkcs12(folder, "RSA", password), password);
      Landing landing = scene.landing.credential(credential);
      scene.dataConnect.plan(scene.landing).apply();

      LandingPlan plan = scene.dataConnect.plan(landing);

      assertThat(created(plan)).containsExactly("certificate of the app", "connections");
      assertThat(plan.text()).contains(((Certificate) credential).thumbprint());
      plan.apply();
      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
      assertThat(created(scene.dataConnect.plan(scene.landing))).containsExactly("connections");
    }

    @Test
    void refusesACertificateThatIsAboutToLapse(@TempDir Path folder) {
      Secret password = Secret.of("pfx-password");
      Landing landing =
          scene.landing.credential(
              AppCredential.certificate(TestKeys.pkcs12(folder, "RSA", password), password));
      account.time.move(Duration.ofDays(36500));

      assertThatThrownBy(() -> scene.dataConnect.plan(landing))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("it is valid until 2119-")
          .hasMessageContaining("Give the landing a newer one. [CERTIFICATE_EXPIRED]");
    }

    @Test
    void makesNoSecretForAKeyVaultAndSaysWhichOneRunsTake() {
      Landing landing =
          scene.landing.credential(
              AppCredential.keyVaultSecret(URI.create("https://v.vault.azure.net"), "app-secret"));

      LandingPlan plan = scene.dataConnect.plan(landing);
      plan.apply();

      assertThat(plan.text()).contains("by secret 'app-secret' of https://v.vault.azure.net");
      assertThat(account.writes).noneMatch(write -> write.startsWith("addSecret"));
      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
      account.time.move(Duration.ofDays(1000));
      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
    }

    @Test
    void makesTheRuntimeAnewForAnotherRegion() {
      scene.dataConnect.plan(scene.landing).apply();
      Landing moved =
          Landing.in("m365-rg", Region.NORTH_EUROPE)
              .application("email-metrics")
              .storage(scene.landing.storage())
              .host(scene.landing.host());

      assertThat(created(scene.dataConnect.plan(moved))).containsExactly("integration runtime");
    }

    @Test
    void makesADataLakeWithAHierarchicalNamespaceThatServesAsBlobStorageToo() {
      scene.dataConnect.plan(scene.inDataLake()).apply();

      assertThat(account.accounts.get("mgdcdata").kind()).isEqualTo(StorageKind.DATA_LAKE);
      assertThat(created(scene.dataConnect.plan(scene.landing))).containsExactly("connections");
    }

    @Test
    void refusesADataLakeInAnAccountWithoutAHierarchicalNamespace() {
      scene.dataConnect.plan(scene.landing).apply();
      account.writes.clear();

      assertThatThrownBy(() -> scene.dataConnect.plan(scene.inDataLake()))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("use the storage account 'mgdcdata' as a data lake")
          .hasMessageContaining("no hierarchical namespace")
          .hasMessageContaining("BlobContainer.named(\"mgdcdata\", \"m365\")")
          .hasMessageContaining("[NAMESPACE_MISMATCH]");
      assertThat(account.writes).isEmpty();
    }

    @Test
    void refusesAWrongLandingWithoutACall() {
      assertThatThrownBy(() -> scene.dataConnect.plan(Landing.in("m365-rg.", Region.WEST_EUROPE)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("m365-rg.")
          .hasMessageContaining("no application")
          .hasMessageContaining("no storage")
          .hasMessageContaining("no host");
    }

    private List<String> created(LandingPlan plan) {
      return plan.steps().stream()
          .filter(step -> step.change() == Change.CREATE)
          .map(Step::kind)
          .toList();
    }
  }

  @Nested
  class TheOwner {

    @Test
    void isTheCallerUnlessOneIsNamed() {
      account.directory.add(
          new io.github.dataconnect4j.spi.Directory.Person("ben-id", "ben@contoso.com", false));

      scene.dataConnect.plan(scene.landing.application("email-metrics", "ben@contoso.com")).apply();

      assertThat(account.writes).contains("addOwner ben-id");
    }

    @Test
    void mayNotBeAGuest() {
      Landing landing = scene.landing.application("email-metrics", "guest@fabrikam.com");

      assertThatThrownBy(() -> scene.dataConnect.plan(landing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'guest@fabrikam.com' is a guest")
          .hasMessageContaining("Developer email not found")
          .hasMessageContaining("Give a member of the tenant");
      assertThat(account.writes).isEmpty();
    }

    @Test
    void mustBeInTheTenant() {
      Landing landing = scene.landing.application("email-metrics", "nobody@contoso.com");

      assertThatThrownBy(() -> scene.dataConnect.plan(landing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'nobody@contoso.com' is not in the tenant");
      assertThat(account.writes).isEmpty();
    }

    @Test
    void mustBeNamedWhereTheCallerIsAServicePrincipal() {
      account.caller =
          new Caller(Caller.Kind.SERVICE_PRINCIPAL, FakeAccount.TENANT, "sp-id", "robot");

      assertThatThrownBy(() -> scene.dataConnect.plan(scene.landing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("service principal 'robot'")
          .hasMessageContaining("landing.application(name, owner)");

      scene.dataConnect.plan(scene.landing.application("email-metrics", "ana@contoso.com")).apply();
      assertThat(account.writes).contains("grant Storage Blob Data Reader to sp-id");
    }
  }

  @Nested
  class Registering {

    @Test
    void entersTheFieldsOfTheWizardOnce() {
      DataConnectApp app = scene.registered();
      int writes = account.writes.size();
      scene.dataConnect.register(scene.mail());

      assertThat(account.writes).hasSize(writes);
      var entry = account.registered.get(app.applicationId());
      assertThat(entry.tenantId()).isEqualTo(FakeAccount.TENANT);
      assertThat(entry.ownerId()).isEqualTo(FakeDirectory.ANA);
      assertThat(entry.subscriptionId()).isEqualTo(FakeAccount.SUBSCRIPTION);
      assertThat(entry.resourceGroup()).isEqualTo("m365-rg");
      assertThat(entry.destination()).isEqualTo(Scene.ENDPOINT);
      assertThat(entry.description()).isEqualTo("Who writes to whom, and when");
      assertThat(entry.datasets()).isEqualTo(scene.mail().datasets());
      assertThat(app.isRegisteredByHand()).isFalse();
    }

    @Test
    void isRefusedWhileDataConnectIsOff() {
      scene.dataConnect.plan(scene.landing).apply();
      account.dataConnectOn = Optional.of(false);

      RejectedException refused =
          catchThrowableOfType(
              RejectedException.class, () -> scene.dataConnect.register(scene.mail()));

      assertThat(refused.problem().code()).contains("DATA_CONNECT_OFF");
      assertThat(refused)
          .hasMessageContaining("switched off in tenant " + FakeAccount.TENANT)
          .hasMessageContaining("https://admin.microsoft.com/");
      assertThat(account.registered).isEmpty();
    }

    @Test
    void isLeftToAPersonWhereNoCallCanDoIt() {
      account.registersByHand = true;
      account.dataConnectOn = Optional.empty();

      DataConnectApp app = scene.registered();

      assertThat(account.registered).isEmpty();
      assertThat(app.handOver().link()).hasToString("https://aka.ms/mgdcinazure");
      assertThat(app.handOver().text())
          .contains(app.applicationId())
          .contains("https://mgdcdata.blob.core.windows.net/")
          .contains("mgdcdata" + System.lineSeparator())
          .contains("BasicDataSet_v0.Message_v1")
          .contains("receivedDateTime, sender")
          .contains("All users")
          .contains("1. Open the link");
    }

    @Test
    void ofADataLakeNamesItsOwnEndpointEverywhere() {
      DataConnectApp app = scene.registered(scene.mailInDataLake());

      assertThat(account.registered.get(app.applicationId()).destination())
          .isEqualTo(Scene.DATA_LAKE);
      assertThat(app.handOver().values())
          .contains(
              Map.entry("Storage account", "mgdcdata"),
              Map.entry("Storage account URI", Scene.DATA_LAKE.toString()));
      assertThat(app.consent().handOver().values())
          .contains(Map.entry("Delivered to", Scene.DATA_LAKE.toString()));
    }

    @Test
    void needsTheLandingApplied() {
      NotFoundException missing =
          catchThrowableOfType(
              NotFoundException.class, () -> scene.dataConnect.register(scene.mail()));

      assertThat(missing)
          .hasMessageContaining("application 'email-metrics'")
          .hasMessageContaining("dataConnect.plan(landing).apply()");
    }

    @Test
    void isRefusedWithEveryFaultWithoutACall() {
      assertThatThrownBy(() -> scene.dataConnect.register(Registration.of(scene.landing)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no description")
          .hasMessageContaining("reads nothing");
    }

    @Test
    void canBeFoundAgainWithoutRegistering() {
      String id = scene.registered().applicationId();
      account.writes.clear();

      assertThat(scene.dataConnect.app(scene.mail()).applicationId()).isEqualTo(id);
      assertThat(account.writes).isEmpty();
    }
  }
}
