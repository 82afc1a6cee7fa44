package io.github.dataconnect4j.emulator;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.START;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a script decides, and what it leaves to people. */
class AdministratorTest {

  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final VirtualTime time = new VirtualTime(START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final AppRegistrations registrations =
      new AppRegistrations(TENANT, directory, directory, time, new AuditLog(time));
  private final Administrator administrator =
      new Administrator(ADMIN.principalName(), registrations);
  private final Application application = TestTenant.application(directory, "mail");
  private final String app = application.appId();

  @BeforeEach
  void switchOnAndOwn() {
    administrator.switchOnDataConnect();
    directory.applications().addOwner(application, DEVELOPER.id());
  }

  @Test
  void decidesWhatNobodyHasDecided() {
    administrator.follow(AdministratorScript.approvesAfter(TWO_HOURS), time);
    register("subject");

    time.advance(TWO_HOURS.minusSeconds(1));
    assertThat(decisions()).isEmpty();
    time.advance(Duration.ofSeconds(1));
    assertThat(decisions()).containsExactly(Decision.APPROVED);
  }

  @Test
  void leavesStandingWhatAPersonDecided() {
    administrator.follow(AdministratorScript.approvesAfter(TWO_HOURS), time);
    register("subject");
    administrator.decline(app, "not now");

    time.advance(Duration.ofDays(1));

    assertThat(decisions()).containsExactly(Decision.DENIED);
  }

  @Test
  void leavesStandingWhatSomebodyElseDecidedOnThePortal() {
    administrator.follow(AdministratorScript.declinesAfter(TWO_HOURS, "never"), time);
    register("subject");
    registrations.approve(app, "1", OTHER_ADMIN.id());

    time.advance(Duration.ofDays(1));

    assertThat(decisions()).containsExactly(Decision.APPROVED);
  }

  @Test
  void decidesAboutAnEditWhenItsOwnTimeComes() {
    administrator.follow(AdministratorScript.approvesAfter(TWO_HOURS), time);
    register("subject");
    time.advance(Duration.ofHours(1));
    register("subject", "sender");

    time.advance(Duration.ofHours(1));
    assertThat(decisions()).isEmpty();
    time.advance(Duration.ofHours(1));
    assertThat(registrations.decisions(app)).extracting(Authorization::version).containsOnly("2");
  }

  @Test
  void takesTheStepsOfAScriptInTurn() {
    administrator.follow(
        AdministratorScript.declinesAfter(TWO_HOURS, "too much")
            .then(AdministratorScript.approvesAfter(Duration.ZERO)),
        time);
    register("subject", "sender");
    time.advance(TWO_HOURS);
    register("subject");
    time.advance(Duration.ZERO);
    register("sender");
    time.advance(Duration.ZERO);

    assertThat(decisions()).containsExactly(Decision.DENIED, Decision.APPROVED, Decision.APPROVED);
  }

  @Test
  void waitsToBeToldByHand() {
    administrator.follow(AdministratorScript.byHand(), time);
    register("subject");

    time.advance(Duration.ofDays(30));

    assertThat(decisions()).isEmpty();
  }

  @Test
  void decidesNothingBeforeItHappened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdministratorScript.approvesAfter(Duration.ofHours(-1)))
        .withMessage("The administrator cannot decide PT-1H after something. Give zero or more.");
  }

  private void register(String column, String... more) {
    registrations.register(
        new Entry(
            TENANT,
            app,
            DEVELOPER.id(),
            "why",
            "sub",
            "rg",
            URI.create("https://acct.blob.core.windows.net"),
            List.of(
                new AuthorizedDataset(
                    Catalog.builtIn().dataset("Message_v1").columns(column, more),
                    Scope.everyone()))));
  }

  private List<Decision> decisions() {
    return registrations.decisions(app).stream().map(Authorization::decision).toList();
  }
}
