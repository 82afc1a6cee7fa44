package io.github.dataconnect4j.emulator.portal;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EMPLOYEE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.GONE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.GUEST;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.ServiceCaller;
import io.github.dataconnect4j.emulator.http.ServiceCaller.Answer;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.tenant.Person;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalServiceTest {

  private final VirtualTime time = new VirtualTime(TestTenant.START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final AppRegistrations registrations =
      new AppRegistrations(TENANT, directory, directory, time, new AuditLog(time));
  private final Tokens tokens = new Tokens(TENANT, time);
  private final PortalService portal = new PortalService(directory, registrations, tokens, time);
  private final ServiceCaller anonymous = new ServiceCaller(portal);
  private final Application application = TestTenant.application(directory, "mail");
  private final String path = "/data-connect/registrations/" + application.appId();

  @BeforeEach
  void switchOnAndOwn() {
    registrations.setDataConnectOn();
    directory.applications().addOwner(application, DEVELOPER.id());
  }

  @Nested
  class SigningIn {

    @Test
    void takesAPersonByName() {
      Answer answer =
          anonymous.post("/data-connect/sign-in", "{\"user\":\"ADELE.VANCE@contoso.com\"}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("/user/id")).isEqualTo(DEVELOPER.id());
      assertThat(answer.text("/user/userPrincipalName")).isEqualTo(DEVELOPER.principalName());
      assertThat(answer.text("/user/displayName")).isEqualTo("Adele Vance");
      assertThat(anonymous.bearer(answer.text("/token")).get("/data-connect/settings").status())
          .isEqualTo(200);
    }

    @Test
    void takesNobodyElse() {
      assertRefused(
          anonymous.post("/data-connect/sign-in", "{\"user\":\"x@y\"}"),
          400,
          "UserNotFound",
          "The directory has no user 'x@y'. Give an object id or a user principal name.");
      assertThat(
              anonymous
                  .post("/data-connect/sign-in", "{\"user\":\"" + GONE.id() + "\"}")
                  .text("/error/code"))
          .isEqualTo("UserDisabled");
    }

    @Test
    void isPossibleForWhoeverIsNamedWithARole() {
      Answer people = anonymous.get("/data-connect/people");

      assertThat(people.status()).isEqualTo(200);
      assertThat(people.text("/value/0/userPrincipalName")).isEqualTo(ADMIN.principalName());
      assertThat(people.text("/value/0/roles/0")).isEqualTo("Global Administrator");
      assertThat(people.text("/value/2/id")).isEqualTo(DEVELOPER.id());
      assertThat(people.text("/value/2/displayName")).isEqualTo("Adele Vance");
      assertThat(people.text("/value/2/roles/0")).isEqualTo("Application Developer");
      assertThat(people.text("/value/3/id")).as("who has no role").isEmpty();
    }

    @Test
    void isAskedOfEveryOtherCall() {
      String notHere =
          tokens
              .issueFor(Principal.of(TENANT, ADMIN), "https://graph.microsoft.com")
              .value()
              .reveal();

      assertThat(anonymous.get("/data-connect/registrations").status()).isEqualTo(401);
      assertThat(anonymous.put("/data-connect/settings", "{}").status()).isEqualTo(401);
      assertThat(anonymous.get("/data-connect/settings").status()).isEqualTo(200);
      assertThat(anonymous.bearer(notHere).put(path, "{}").text("/error/code"))
          .isEqualTo("Unauthorized");
    }
  }

  @Nested
  class Settings {

    @Test
    void areChangedByGlobalAdministratorsOnly() {
      assertRefused(
          as(DEVELOPER).put("/data-connect/settings", "{\"dataConnect\":\"off\"}"),
          403,
          "NotGlobalAdministrator",
          "'adele.vance@contoso.com' is not a Global Administrator, and only one may do this.");
      assertThat(registrations.isDataConnectOn()).isTrue();

      Answer off = as(ADMIN).put("/data-connect/settings", "{\"dataConnect\":\"off\"}");
      assertThat(off.text("/dataConnect")).isEqualTo("off");
      assertThat(as(DEVELOPER).get("/data-connect/settings").text("/dataConnect")).isEqualTo("off");
      as(ADMIN).put("/data-connect/settings", "{\"dataConnect\":\"on\"}");
      assertThat(registrations.isDataConnectOn()).isTrue();
    }

    @Test
    void areOnOrOff() {
      assertThat(
              as(ADMIN)
                  .put("/data-connect/settings", "{\"dataConnect\":true}")
                  .text("/error/message"))
          .isEqualTo("dataConnect 'true' is neither 'on' nor 'off'.");
    }
  }

  @Nested
  class Registering {

    @Test
    void answersWithWhatStands() {
      Answer created = as(DEVELOPER).put(path, body("subject"));

      assertThat(created.status()).isEqualTo(201);
      assertThat(created.text("/applicationId")).isEqualTo(application.appId());
      assertThat(created.text("/version")).isEqualTo("1");
      assertThat(created.text("/state")).isEqualTo("Pending authorization");
      assertThat(created.text("/developer")).isEqualTo(DEVELOPER.principalName());
      assertThat(created.text("/datasets/0/dataset")).isEqualTo("BasicDataSet_v0.Message_v1");
      assertThat(created.text("/datasets/0/scope/groups/0")).isEqualTo(TestTenant.FINANCE.id());
      assertThat(created.body().has("decision")).isFalse();
      assertThat(as(DEVELOPER).get(path).body()).isEqualTo(created.body());
    }

    @Test
    void theSameAgainChangesNothing() {
      Answer created = as(DEVELOPER).put(path, body("subject"));
      time.advance(Duration.ofHours(1));

      Answer again = as(DEVELOPER).put(path, body("subject"));

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.body()).isEqualTo(created.body());
    }

    @Test
    void isRefusedWhileDataConnectIsOff() {
      registrations.setDataConnectOff();

      assertRefused(
          as(DEVELOPER).put(path, body("subject")),
          403,
          "DataConnectDisabled",
          "Microsoft Graph Data Connect is not switched on for this tenant. Have a Global"
              + " Administrator switch it on first.");
    }

    @Test
    void isRefusedToGuests() {
      directory.applications().addOwner(application, GUEST.id());

      assertRefused(
          as(GUEST).put(path, body("subject")),
          400,
          "DeveloperEmailNotFound",
          "Developer email not found");
    }

    @Test
    void isRefusedToWhoDoesNotOwnTheApplication() {
      assertThat(as(EMPLOYEE).put(path, body("subject")).text("/error/code"))
          .isEqualTo("NotApplicationOwner");
      assertThat(as(ADMIN).put(path, body("subject")).text("/error/code"))
          .isEqualTo("NotApplicationOwner");

      as(DEVELOPER).put(path, body("subject"));
      assertThat(as(ADMIN).put(path, body("sender")).status()).isEqualTo(200);
    }

    @Test
    void isRefusedForAnApplicationThatIsNotThere() {
      assertThat(
              as(DEVELOPER)
                  .put("/data-connect/registrations/" + application.id(), body("subject"))
                  .text("/error/code"))
          .isEqualTo("ApplicationNotFound");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "Message_v1 | Mesage_v1 | Data Connect has no dataset",
          "subject | subjekt | has no column 'subjekt'",
          "List | Some | Scope 'Some' is none of All, List and FilterUri.",
          "bbbbbbbb | eeeeeeee | The directory has no group 'eeeeeeee-",
          "https://acct | acct | is not the endpoint of a storage account",
          "description | about | 'description' is missing.",
          "datasets | tables | 'datasets' is empty. Name at least one.",
        })
    void namesWhatIsWrong(String right, String wrong, String message) {
      Answer answer = as(DEVELOPER).put(path, body("subject").replace(right, wrong));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("/error/code")).isEqualTo("InvalidRegistration");
      assertThat(answer.text("/error/message")).contains(message);
    }

    @Test
    void namesEveryFaultAtOnce() {
      assertThat(as(DEVELOPER).put(path, "{}").text("/error/message").lines()).hasSize(6);
    }

    @Test
    void isVisibleToOwnersAndToThoseWhoSeeEveryApp() {
      as(DEVELOPER).put(path, body("subject"));
      directory.assignRole(EMPLOYEE.id(), DirectoryRole.GLOBAL_READER);

      assertThat(as(EMPLOYEE).get("/data-connect/registrations").body().at("/value")).hasSize(1);
      assertThat(as(ADMIN).get(path).status()).isEqualTo(200);
      assertThat(as(GUEST).get("/data-connect/registrations").body().at("/value")).isEmpty();
      assertThat(as(GUEST).get(path).status()).isEqualTo(404);
    }

    @Test
    void isTakenBackByItsOwner() {
      as(DEVELOPER).put(path, body("subject"));

      assertThat(as(EMPLOYEE).delete(path).status()).isEqualTo(403);
      assertThat(as(DEVELOPER).delete(path).status()).isEqualTo(204);
      assertThat(as(DEVELOPER).get(path).status()).isEqualTo(404);
    }
  }

  @Nested
  class Deciding {

    @Test
    void approves() {
      as(DEVELOPER).put(path, body("subject"));

      Answer answer = as(ADMIN).post(path + "/approve", "{\"version\":\"1\"}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("/state")).isEqualTo("Approved");
      assertThat(answer.text("/decision/state")).isEqualTo("Approved");
      assertThat(answer.text("/decision/approver")).isEqualTo(ADMIN.principalName());
      assertThat(answer.text("/decision/expiresAt")).isEqualTo("2026-07-04T08:00:00Z");
      assertThat(as(DEVELOPER).put(path, body("sender")).text("/state"))
          .isEqualTo("Update available");
    }

    @Test
    void declines() {
      as(DEVELOPER).put(path, body("subject"));

      Answer answer = as(ADMIN).post(path + "/decline", "{\"version\":\"1\",\"reason\":\"no\"}");

      assertThat(answer.text("/state")).isEqualTo("Denied");
      assertThat(answer.body().at("/decision").has("expiresAt")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline"})
    void isRefusedToOwners(String decision) {
      directory.applications().addOwner(application, OTHER_ADMIN.id());
      as(DEVELOPER).put(path, body("subject"));

      assertRefused(
          as(OTHER_ADMIN).post(path + "/" + decision, "{\"version\":\"1\"}"),
          403,
          "ApproverIsOwner",
          "App approver and owner cannot be the same user.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline"})
    void isRefusedToEverybodyButGlobalAdministrators(String decision) {
      as(DEVELOPER).put(path, body("subject"));

      Answer answer = as(EMPLOYEE).post(path + "/" + decision, "{\"version\":\"1\"}");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("/error/code")).isEqualTo("NotGlobalAdministrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline"})
    void isRefusedWhereNothingIsRegistered(String decision) {
      assertRefused(
          as(ADMIN).post(path + "/" + decision, "{\"version\":\"1\"}"),
          404,
          "RegistrationNotFound",
          "App registration not found. It is possible someone deleted this app.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline"})
    void isRefusedForAVersionThatIsOutdated(String decision) {
      as(DEVELOPER).put(path, body("subject"));
      as(DEVELOPER).put(path, body("sender"));

      assertRefused(
          as(ADMIN).post(path + "/" + decision, "{\"version\":\"1\"}"),
          409,
          "VersionConflict",
          "Version '1' is not the current one, which is '2'. Review the registration again and"
              + " decide about that.");
    }
  }

  @Test
  void refusesWhatItCannotReadOrDoesNotHave() {
    assertThat(as(ADMIN).put(path, "{").text("/error/code")).isEqualTo("InvalidBody");
    assertThat(as(ADMIN).get("/data-connect/elsewhere").text("/error/code")).isEqualTo("NotFound");
  }

  private ServiceCaller as(Person person) {
    return anonymous.bearer(portal.signIn(person.id()).reveal());
  }

  private static void assertRefused(Answer answer, int status, String code, String message) {
    assertThat(answer.text("/error/message")).isEqualTo(message);
    assertThat(answer.text("/error/code")).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static String body(String column) {
    return """
        {"tenantId":"%s","description":"why","subscriptionId":"sub","resourceGroup":"rg",
         "destination":"https://acct.blob.core.windows.net",
         "datasets":[{"dataset":"Message_v1","columns":["%s"],
                      "scope":{"type":"List","groups":["%s"]}}]}
        """
        .formatted(TENANT, column, TestTenant.FINANCE.id());
  }
}
