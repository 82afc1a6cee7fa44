package io.github.dataconnect4j.emulator.directory;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.CIRCLE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EMPLOYEE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EVERYBODY;
import static io.github.dataconnect4j.emulator.directory.TestTenant.FINANCE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.emulator.directory.ApplicationStore.AddedPassword;
import io.github.dataconnect4j.emulator.directory.ApplicationStore.SecretVerdict;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectoryStoreTest {

  private final VirtualTime time = new VirtualTime(START);
  private final DirectoryStore directory = TestTenant.directory(time);

  @Nested
  class PeopleAndGroups {

    @Test
    void areFoundByIdAndNameInAnyCase() {
      assertThat(directory.person("ADELE.VANCE@contoso.com")).contains(DEVELOPER);
      assertThat(directory.person(DEVELOPER.id().toUpperCase(Locale.ROOT))).contains(DEVELOPER);
      assertThat(directory.person("nobody@contoso.com")).isEmpty();
      assertThat(directory.group(FINANCE.id().toUpperCase(Locale.ROOT))).contains(FINANCE);
    }

    @Test
    void membersIncludeThoseOfGroupsWithinEvenInACircle() {
      assertThat(directory.members(EVERYBODY.id()))
          .containsExactlyInAnyOrder(ADMIN.id(), DEVELOPER.id(), EMPLOYEE.id(), OTHER_ADMIN.id());
      assertThat(directory.members(CIRCLE.id())).contains(ADMIN.id(), OTHER_ADMIN.id());
      assertThat(directory.members("unknown")).isEmpty();
    }

    @Test
    void twoOfOneIdAreRefused() {
      assertThatThrownBy(
              () ->
                  new DirectoryStore(
                      TestTenant.TENANT,
                      TestTenant.DOMAIN,
                      time,
                      new Random(1),
                      List.of(ADMIN, ADMIN),
                      List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("two of the person '" + ADMIN.id() + "'");
    }
  }

  @Nested
  class Roles {

    @Test
    void areHeldOnceUntilTaken() {
      directory.assignRole(EMPLOYEE.id(), DirectoryRole.GLOBAL_READER);
      directory.assignRole(EMPLOYEE.id(), DirectoryRole.GLOBAL_READER);

      assertThat(directory.rolesOf(EMPLOYEE.id())).containsExactly(DirectoryRole.GLOBAL_READER);
      assertThat(directory.roleAssignments())
          .filteredOn(one -> one.principalId().equals(EMPLOYEE.id()))
          .hasSize(1);
      assertThat(directory.hasRole(EMPLOYEE.id(), "f2ef992c-3afb-46b9-b7cf-a126ee74c451")).isTrue();

      directory.removeRole(EMPLOYEE.id(), DirectoryRole.GLOBAL_READER);
      assertThat(directory.rolesOf(EMPLOYEE.id())).isEmpty();
    }

    @Test
    void unknownTemplatesAreHeldByNobody() {
      assertThat(directory.hasRole(ADMIN.id(), "00000000-0000-0000-0000-000000000000")).isFalse();
    }
  }

  @Nested
  class Secrets {

    private final Application application = TestTenant.application(directory, "mail");
    private final AddedPassword added =
        directory
            .applications()
            .addPassword(application, "gdc", START, START.plus(Duration.ofDays(30)));

    @Test
    void areAcceptedUntilTheyLapse() {
      String secret = added.value().reveal();

      assertThat(directory.accepts(application.appId(), secret)).isTrue();
      assertThat(directory.accepts(application.appId(), secret + "x")).isFalse();
      assertThat(directory.accepts("unknown", secret)).isFalse();

      time.advance(Duration.ofDays(30));
      assertThat(directory.accepts(application.appId(), secret)).isFalse();
      assertThat(directory.applications().judge(application.appId(), secret))
          .isEqualTo(SecretVerdict.LAPSED);
    }

    @Test
    void areNotKept() {
      String secret = added.value().reveal();

      assertThat(secret).hasSize(40).startsWith(added.credential().hint());
      assertThat(added.credential().digest()).hasSize(64).doesNotContain(secret);
      assertThat(added.toString() + added.credential()).doesNotContain(secret);
    }

    @Test
    void areRemovedByKey() {
      assertThat(directory.applications().removePassword(application, "unknown")).isFalse();
      assertThat(directory.applications().removePassword(application, added.credential().keyId()))
          .isTrue();
      assertThat(directory.accepts(application.appId(), added.value().reveal())).isFalse();
    }
  }

  @Test
  void deletingAnApplicationTakesItsServicePrincipalAlong() {
    Application application = TestTenant.application(directory, "mail");
    assertThat(directory.servicePrincipalId(application.appId())).isPresent();

    directory.applications().delete(application);

    assertThat(directory.applicationExists(application.appId())).isFalse();
    assertThat(directory.servicePrincipalId(application.appId())).isEmpty();
  }

  @Test
  void theAutomationSignsInAndKeepsItsSecretForLong() {
    time.advance(Duration.ofDays(3650));

    assertThat(directory.accepts(TestTenant.AUTOMATION, TestTenant.AUTOMATION_SECRET.reveal()))
        .isTrue();
    assertThat(directory.rolesOf(directory.servicePrincipalId(TestTenant.AUTOMATION).orElseThrow()))
        .containsExactly(DirectoryRole.APPLICATION_ADMINISTRATOR, DirectoryRole.GLOBAL_READER);
  }

  @Test
  void oneSeedMakesTheSameIdsAgain() {
    String id = TestTenant.application(directory, "mail").appId();

    assertThat(TestTenant.application(TestTenant.directory(time), "mail").appId())
        .isEqualTo(id)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }
}
