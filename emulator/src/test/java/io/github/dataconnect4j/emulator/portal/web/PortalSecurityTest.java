package io.github.dataconnect4j.emulator.portal.web;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.portal.web.Browser.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others could make a browser send changes nothing. */
class PortalSecurityTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final PortalSite site = new PortalSite();
  private final String approval = Paths.approval(site.appId());
  private final String decision = Paths.decision(site.appId());

  @BeforeEach
  void register() {
    site.register();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aFormWithoutATokenIsRefused() {
    assertRefused(site.as(ADMIN).post(approval, "version", "1"));
    assertRefused(site.as(ADMIN).post(approval, "token", "guessed"));
    assertRefused(site.as(ADMIN).post(approval, "token", ""));
  }

  @Test
  void aFormOfAnotherSessionIsRefused() {
    String token = site.as(OTHER_ADMIN).get(decision).token(approval);

    assertRefused(site.as(ADMIN).post(approval, "token", token));
    assertRefused(site.browser().post(approval, "token", token));
  }

  @Test
  void aFormIsTakenOnceOnly() {
    Browser browser = site.as(ADMIN);
    Page page = browser.get(decision);
    String decline = page.token(Paths.decline(site.appId()));
    assertThat(page.submit(Paths.decline(site.appId())).body).contains("is declined.");

    Page replayed = browser.post(Paths.decline(site.appId()), "token", decline);

    assertThat(replayed.status).isEqualTo(403);
    assertThat(replayed.body).contains("This form is not good any more.");
    assertThat(site.audit.records()).hasSize(1);
  }

  @Test
  void aTokenIsGoodForItsOwnFormOnly() {
    Browser browser = site.as(ADMIN);
    Page page = browser.get(decision);

    assertRefused(browser.post(approval, "token", page.token(Paths.decline(site.appId()))));
    assertRefused(browser.post(approval + "?x=1", "token", page.token(approval)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void aFormThatAnotherPlaceSendsIsRefused(String site) {
    Browser browser = this.site.as(ADMIN);
    String token = browser.get(decision).token(approval);

    assertRefused(browser.post(approval, Map.of("Sec-Fetch-Site", site), FORM, "token=" + token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x"})
  void whatIsNoFormIsRefused(String type) {
    Browser browser = site.as(ADMIN);
    String token = browser.get(decision).token(approval);

    assertRefused(browser.post(approval, Map.of(), type, "token=" + token));
  }

  @Test
  void nothingIsDecidedByLookingAtIt() {
    Browser browser = site.as(ADMIN);
    String token = browser.get(decision).token(approval);

    assertThat(browser.get(approval + "?token=" + token).status).isEqualTo(404);
    assertThat(site.state()).isEqualTo("Pending authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.test, ''",
    "127.0.0.1.evil.test, ''",
    "localhost.evil.test, ''",
    "0.0.0.0, ''",
    "[::1], ''",
    "localhost:1, ''",
    "'', https://evil.test",
    "'', http://localhost",
    "'', https://localhost:1",
    "'', 'null'"
  })
  void foreignHostsAndOriginsAreRefused(String host, String origin) {
    Browser browser = site.as(ADMIN);
    String token = browser.get(decision).token(approval);
    Map<String, String> headers = host.isEmpty() ? Map.of("Origin", origin) : Map.of("Host", host);

    Page answer = browser.post(approval, headers, FORM, "token=" + token);

    assertThat(answer.status).isEqualTo(403);
    assertThat(site.state()).isEqualTo("Pending authorization");
  }

  @Test
  void theOriginOfThePagesThemselvesIsTaken() {
    Browser browser = site.as(ADMIN);
    String token = browser.get(decision).token(approval);

    Page answer =
        browser.post(
            approval,
            Map.of(
                "Origin",
                "https://localhost:" + site.front.port(),
                "Sec-Fetch-Site",
                "same-origin"),
            FORM,
            "token=" + token);

    assertThat(answer.status).isEqualTo(303);
    assertThat(site.state()).isEqualTo("Approved");
  }

  @Test
  void aPlantedSessionDoesNotBecomeThatOfWhoSignsIn() {
    Browser attacker = site.browser();
    attacker.get(Paths.SIGN_IN);
    Browser victim = site.browser();
    victim.cookies.putAll(attacker.cookies);
    victim.signIn(ADMIN.id());

    assertThat(attacker.get(Paths.REVIEWS).body).contains("Who are you?");
    assertThat(victim.get(Paths.REVIEWS).body).contains("mail metrics");
  }

  @Test
  void nobodyIsSignedInByAFormThatWasNotShown() {
    assertThat(site.browser().post(Paths.SIGN_IN, "user", ADMIN.id()).status).isEqualTo(403);
    Browser other = site.browser();
    String token = other.get(Paths.SIGN_IN).token(Paths.SIGN_IN);
    Browser browser = site.browser();
    browser.get(Paths.SIGN_IN);
    assertThat(browser.post(Paths.SIGN_IN, "token", token, "user", ADMIN.id()).status)
        .isEqualTo(403);
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = site.as(ADMIN);
    Map<String, String> before = Map.copyOf(browser.cookies);

    browser.get(Paths.HOME).submit(Paths.SIGN_OUT);
    browser.cookies.putAll(before);

    assertThat(browser.get(Paths.REVIEWS).body).contains("Who are you?");
  }

  @Test
  void aSessionEndsAfterTwelveHours() {
    Browser browser = site.as(ADMIN);
    site.time.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(browser.get(Paths.REVIEWS).body).contains("mail metrics");
    site.time.advance(Duration.ofSeconds(1));
    assertThat(browser.get(Paths.REVIEWS).body).contains("Who are you?");
  }

  @Test
  void cookiesAreStrict() {
    Browser browser = site.browser();
    Page page = browser.look(Paths.SIGN_IN);
    String visiting = String.valueOf(page.headers.get("Set-Cookie"));
    Page signedIn =
        browser.post(
            Paths.SIGN_IN,
            Map.of(),
            FORM,
            "user=" + ADMIN.id() + "&token=" + page.token(Paths.SIGN_IN));
    String signedInCookie = String.valueOf(signedIn.headers.get("Set-Cookie"));

    assertThat(visiting)
        .matches("__Host-portal-visit-\\d+=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
    assertThat(signedInCookie)
        .matches("__Host-portal-\\d+=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data-connect",
        "/data-connect/portal",
        "/data-connect/portal/sign-in",
        "/data-connect/portal/apps",
        "/data-connect/portal/style.css",
        "/data-connect/portal/nowhere",
        "/data-connect/portal/admin/apps/none/approve"
      })
  void everyAnswerKeepsToItself(String path) {
    Page page = site.as(DEVELOPER).look(path);

    assertThat(page.headers.get("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'");
    assertThat(page.headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.headers.get("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.headers.get("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.headers.get("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.headers.get("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(page.headers.get("Cache-Control")).isEqualTo("no-store");
    assertThat(page.body).doesNotContain("<script", "<style", " style=", " onclick");
  }

  @Test
  void formsInPlentyPushOutTheOldestOnly() {
    FormTokens tokens = new FormTokens();
    String first = tokens.issue("/a", "seen");
    for (int i = 1; i < FormTokens.MOST; i++) {
      tokens.issue("/a", "seen");
    }
    String last = tokens.issue("/a", "seen");

    assertThat(tokens.redeem(first, "/a")).isEmpty();
    assertThat(tokens.redeem(last, "/a")).contains("seen");
    assertThat(tokens.redeem(last, "/a")).isEmpty();
  }

  private void assertRefused(Page page) {
    assertThat(page.status).isEqualTo(403);
    assertThat(page.body).contains("This form is not good any more.", "Nothing was changed.");
    assertThat(site.state()).isEqualTo("Pending authorization");
    assertThat(site.audit.records()).isEmpty();
  }
}
