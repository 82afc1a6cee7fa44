package io.github.dataconnect4j.emulator.portal.web;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EMPLOYEE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.FINANCE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.GONE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.GUEST;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.web.Browser.Page;
import io.github.dataconnect4j.tenant.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people do on the pages, as a browser sends it. */
class PortalPagesTest {

  private static final String MESSAGE = "BasicDataSet_v0.Message_v1";

  private final PortalSite site = new PortalSite();
  private final String id = site.appId();

  @AfterEach
  void close() {
    site.close();
  }

  @Nested
  class SigningIn {

    @Test
    void offersPeopleAndTheirRolesAndGoesOnToWhatWasWanted() {
      Browser browser = site.browser();

      Page page = browser.get(Paths.review(id));
      assertThat(page.status).isEqualTo(200);
      assertThat(page.body)
          .contains("Who are you?", "Megan Bowen", "Global Administrator", "Guest")
          .doesNotContain("Gone Long");

      Page next = page.submit(Paths.SIGN_IN, "user", ADMIN.id());
      assertThat(next.status).isEqualTo(404);
      assertThat(next.body)
          .contains("App registration not found. It is possible someone deleted this app.");
    }

    @Test
    void takesNobodyUnknownOrDisabled() {
      Browser browser = site.browser();

      assertThat(browser.get(Paths.SIGN_IN).submit(Paths.SIGN_IN, "name", "x@y").body)
          .contains("The directory has no user 'x@y'.");
      assertThat(browser.get(Paths.SIGN_IN).submit(Paths.SIGN_IN, "name", GONE.id()).body)
          .contains("is disabled. Sign in as someone else.");
      assertThat(browser.get(Paths.APPS).body).contains("Who are you?");
    }

    @Test
    void leadsOnToPagesOfThePortalsOnly() {
      for (String elsewhere :
          new String[] {
            "https://evil.test/",
            "//evil.test",
            "/data-connect/portal@evil.test",
            "/data-connect/portal/\\evil.test",
            "/data-connect/portal/%0d%0aSet-Cookie:a=b",
            "javascript:alert(1)"
          }) {
        Browser browser = site.browser();
        browser.get(Paths.SIGN_IN);
        String token = browser.get(Paths.SIGN_IN).token(Paths.SIGN_IN);
        Page answer =
            browser.post(Paths.SIGN_IN, "token", token, "user", ADMIN.id(), "next", elsewhere);

        assertThat(answer.status).as(elsewhere).isIn(200, 404);
        assertThat(browser.cookies.keySet())
            .as(elsewhere)
            .allMatch(one -> one.startsWith("__Host-"));
      }
    }
  }

  @Nested
  class Registering {

    @Test
    void goesThroughThreeTabs() {
      Browser browser = site.as(DEVELOPER);
      assertThat(browser.get(Paths.APPS).body).contains("No app of yours is registered.");

      Page datasets = enterInfo(browser, "Who writes to whom");
      assertThat(datasets.body).contains("No dataset yet.");
      Page dataset = datasets.submit(Paths.datasets("new"), "dataset", MESSAGE);
      Page kept =
          dataset.submit(
              Paths.dataset("new", MESSAGE),
              "columns",
              "some",
              "column",
              "sender",
              "column",
              "receivedDateTime",
              "scope",
              "List",
              "group",
              FINANCE.id());
      assertThat(kept.body).contains(MESSAGE, "<li>sender</li>", "Finance (" + FINANCE.id() + ")");
      Page created = browser.get(Paths.creation("new")).submit(Paths.creation("new"));

      assertThat(created.body)
          .contains("The app is registered. An administrator must approve it now.")
          .contains("Pending authorization");
      AppRegistration registered = site.registrations.find(id).orElseThrow();
      assertThat(registered.entry())
          .isEqualTo(
              site.entry(
                  "Who writes to whom", Scope.groups(FINANCE.id()), "sender", "receivedDateTime"));
      assertThat(browser.get(Paths.APPS).body).contains("mail metrics", id);
      assertThat(browser.get(Paths.info("new")).body).contains("There is none.");
    }

    @Test
    void namesEverythingThatIsMissingAndKeepsWhatWasEntered() {
      Browser browser = site.as(DEVELOPER);

      Page page =
          browser
              .get(Paths.info("new"))
              .submit(Paths.info("new"), "description", "Kept", "resourceGroup", "other");

      assertThat(page.status).isEqualTo(422);
      assertThat(page.body)
          .contains(
              "Subscription is missing.",
              "Storage account URI is missing.",
              "Application ID is missing.",
              "rows=\"3\" required aria-describedby=\"description-hint\">Kept</textarea>")
          .doesNotContain("Description is missing.");
      assertThat(browser.get(Paths.creation("new")).body)
          .contains("Datasets: add at least one.", "disabled>Create");
      assertThat(browser.get(Paths.creation("new")).submit(Paths.creation("new")).status)
          .isEqualTo(422);
      assertThat(site.state()).isEqualTo("not registered");
    }

    @Test
    void refusesAnAccountOfAnotherGroup() {
      Browser browser = site.as(DEVELOPER);

      Page page =
          browser
              .get(Paths.info("new"))
              .submit(
                  Paths.info("new"),
                  "subscription",
                  PortalSite.SINK.subscriptionId(),
                  "resourceGroup",
                  "other",
                  "destination",
                  PortalSite.SINK.blob().toString(),
                  "applicationId",
                  id,
                  "description",
                  "x");

      assertThat(page.body)
          .contains("Storage account 'mail' is in resource group 'm365-rg', not in" + " 'other'.");
    }

    @Test
    void refusesAGuestInMicrosoftsWords() {
      site.directory.applications().addOwner(site.application, GUEST.id());
      Browser browser = site.as(GUEST);

      Page refused = enterAll(browser);

      assertThat(refused.status).isEqualTo(400);
      assertThat(refused.body).contains("Developer email not found");
      assertThat(site.state()).isEqualTo("not registered");
    }

    @Test
    void refusesWhoDoesNotOwnTheApplication() {
      Page refused = enterAll(site.as(EMPLOYEE));

      assertThat(refused.status).isEqualTo(403);
      assertThat(refused.body).contains("is not an owner of application");
      assertThat(site.state()).isEqualTo("not registered");
    }

    @Test
    void refusesWhileDataConnectIsOff() {
      site.registrations.setDataConnectOff();

      assertThat(enterAll(site.as(DEVELOPER)).body)
          .contains("Microsoft Graph Data Connect is not switched on for this tenant.");
    }

    @Test
    void changesWhatIsRegistered() {
      site.register();
      site.registrations.approve(id, "1", ADMIN.id());
      Browser browser = site.as(DEVELOPER);

      browser
          .get(Paths.dataset(id, MESSAGE))
          .submit(Paths.dataset(id, MESSAGE), "columns", "all", "scope", "All");
      Page updated = browser.get(Paths.creation(id)).submit(Paths.creation(id));

      assertThat(updated.body)
          .contains("An administrator must approve the change.", "Update available");
      assertThat(site.registrations.find(id).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void beginsAnewWhereSomebodyElseChangedItMeanwhile() {
      site.register();
      Browser browser = site.as(DEVELOPER);
      Page ready =
          browser
              .get(Paths.dataset(id, MESSAGE))
              .submit(Paths.dataset(id, MESSAGE), "columns", "all", "scope", "All");
      assertThat(ready.status).isEqualTo(200);
      Page review = browser.get(Paths.creation(id));
      site.registrations.register(site.entry("Another", Scope.everyone(), "body"));

      Page answer = review.submit(Paths.creation(id));

      assertThat(answer.body)
          .contains("The registration changed meanwhile. It is shown as it stands now.", "Another");
      assertThat(site.registrations.find(id).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void keepsTheDraftsOfTwoPeopleApart() {
      Browser developer = site.as(DEVELOPER);
      enterInfo(developer, "Only mine");

      assertThat(site.as(EMPLOYEE).get(Paths.info("new")).body).doesNotContain("Only mine");
      assertThat(developer.get(Paths.info("new")).body).contains("Only mine");
    }

    private Page enterAll(Browser browser) {
      enterInfo(browser, "x")
          .submit(Paths.datasets("new"), "dataset", MESSAGE)
          .submit(Paths.dataset("new", MESSAGE), "columns", "all", "scope", "All");
      return browser.get(Paths.creation("new")).submit(Paths.creation("new"));
    }

    private Page enterInfo(Browser browser, String description) {
      return browser
          .get(Paths.info("new"))
          .submit(
              Paths.info("new"),
              "subscription",
              PortalSite.SINK.subscriptionId(),
              "resourceGroup",
              "m365-rg",
              "destination",
              PortalSite.SINK.blob().toString(),
              "applicationId",
              id,
              "description",
              description);
    }
  }

  @Nested
  class Deleting {

    @Test
    void asksForTheNameOfTheApp() {
      site.register();
      Browser browser = site.as(DEVELOPER);

      Page wrong =
          browser.get(Paths.deletion(id)).submit(Paths.deletion(id), "name", "Mail metrics");
      assertThat(wrong.body).contains("Type the app's name exactly as it is shown.");
      assertThat(site.state()).isEqualTo("Pending authorization");

      Page right = wrong.submit(Paths.deletion(id), "name", "mail metrics");
      assertThat(right.body).contains("The registration of mail metrics is deleted.");
      assertThat(site.state()).isEqualTo("not registered");
    }
  }

  @Nested
  class Deciding {

    @Test
    void approvesWhatThePageShows() {
      site.register();
      Browser browser = site.as(ADMIN);
      assertThat(browser.get(Paths.REVIEWS).body).contains("mail metrics", "Pending authorization");
      assertThat(browser.get(Paths.review(id)).body)
          .contains(DEVELOPER.principalName(), "https://mail.blob.core.windows.net");
      assertThat(browser.get(Paths.reviewed(id, 1)).body)
          .contains("<li>sender</li>", "<li>subject</li>", "All users");

      Page done = browser.get(Paths.decision(id)).submit(Paths.approval(id));

      assertThat(done.body).contains("mail metrics is approved for 180 days.", "180 days left");
      assertThat(site.state()).isEqualTo("Approved");
      assertThat(site.audit.records()).hasSize(1);
    }

    @Test
    void declinesWithAReasonForTheAuditLog() {
      site.register();

      Page done =
          site.as(ADMIN)
              .get(Paths.decision(id))
              .submit(Paths.decline(id), "reason", "Too many columns");

      assertThat(done.body).contains("mail metrics is declined.", "Denied");
      assertThat(site.audit.records().get(0).auditData().path("Reason").asText())
          .isEqualTo("Too many columns");
    }

    @Test
    void refusesTheOwnerInMicrosoftsWords() {
      site.register();
      site.directory.applications().addOwner(site.application, ADMIN.id());

      Page refused = site.as(ADMIN).get(Paths.decision(id)).submit(Paths.approval(id));

      assertThat(refused.status).isEqualTo(403);
      assertThat(refused.body).contains("App approver and owner cannot be the same user.");
      assertThat(site.state()).isEqualTo("Pending authorization");
    }

    @Test
    void showsAnewWhatChangedMeanwhileAndApprovesNothing() {
      site.register();
      Page page = site.as(ADMIN).get(Paths.decision(id));
      site.registrations.register(site.entry("Who writes", Scope.everyone(), "body"));

      Page answer = page.submit(Paths.approval(id));

      assertThat(answer.body)
          .contains("Nothing was decided: the registration changed", "<li>body</li>");
      assertThat(site.state()).isEqualTo("Pending authorization");
      assertThat(answer.submit(Paths.approval(id)).body).contains("is approved for 180 days.");
    }

    @Test
    void approvesNoDescriptionUnseenEither() {
      site.register();
      Page page = site.as(ADMIN).get(Paths.decision(id));
      site.registrations.register(
          site.entry("Something else", Scope.everyone(), "sender", "subject"));

      page.submit(Paths.approval(id));

      assertThat(site.registrations.find(id).orElseThrow().version()).isEqualTo(1);
      assertThat(site.state()).isEqualTo("Pending authorization");
    }

    @Test
    void tellsWhoClicksThroughThePagesThatTheyChanged() {
      site.register();
      Browser browser = site.as(ADMIN);
      assertThat(browser.get(Paths.decision(id) + "?version=1").body)
          .doesNotContain("changed meanwhile");
      site.registrations.register(site.entry("x", Scope.everyone(), "body"));

      assertThat(browser.get(Paths.decision(id) + "?version=1").body)
          .contains("The registration changed meanwhile. This is version 2;");
    }

    @Test
    void isNotForOthers() {
      site.register();

      for (Person other : new Person[] {DEVELOPER, EMPLOYEE, GUEST}) {
        Page refused = site.as(other).get(Paths.decision(id));
        assertThat(refused.status).isEqualTo(403);
        assertThat(refused.body)
            .contains("is not a Global Administrator, and only one may do this.")
            .doesNotContain("Who writes to whom");
      }
    }

    @Test
    void showsEveryState() {
      site.register();
      Browser browser = site.as(OTHER_ADMIN);
      browser.get(Paths.decision(id)).submit(Paths.approval(id));
      assertThat(browser.get(Paths.REVIEWS).body).contains("badge approved");
      site.time.advance(Duration.ofDays(180));
      assertThat(site.as(OTHER_ADMIN).get(Paths.REVIEWS).body).contains("badge expired");
      site.registrations.register(site.entry("x", Scope.everyone(), "body"));
      assertThat(site.as(OTHER_ADMIN).get(Paths.REVIEWS).body).contains("badge update-available");
      site.registrations.decline(id, "2", ADMIN.id(), "");
      assertThat(site.as(OTHER_ADMIN).get(Paths.REVIEWS).body).contains("badge denied");
    }

    @Test
    void showsAsMuchAsStands() {
      site.registrations.register(
          site.entry(
              "Line one & <two>",
              Scope.filter("https://graph.microsoft.com/v1.0/users?$filter=Department eq 'R&D'"),
              "sender",
              "subject"));

      String page = site.as(ADMIN).get(Paths.decision(id)).body;

      assertThat(page)
          .contains(
              "Line one &amp; &lt;two&gt;",
              id,
              DEVELOPER.principalName(),
              "https://mail.blob.core.windows.net",
              PortalSite.SINK.subscriptionId(),
              "m365-rg",
              MESSAGE,
              "<li>subject</li><li>sender</li>",
              "2 of ",
              "Users that this filter selects",
              "?$filter=Department eq 'R&amp;D'</li>");
    }
  }

  @Test
  void theSettingIsChangedByAdministratorsOnly() {
    Browser browser = site.as(ADMIN);

    Page off = browser.get(Paths.SETTINGS).submit(Paths.SETTINGS, "dataConnect", "off");

    assertThat(off.body).contains("Data Connect is off for the tenant.");
    assertThat(site.registrations.isDataConnectOn()).isFalse();
    assertThat(site.as(DEVELOPER).get(Paths.SETTINGS).status).isEqualTo(403);
  }
}
