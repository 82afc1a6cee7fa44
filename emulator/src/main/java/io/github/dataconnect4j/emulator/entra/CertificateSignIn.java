package io.github.dataconnect4j.emulator.entra;

import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.ApplicationStore;
import io.github.dataconnect4j.emulator.directory.ApplicationStore.SecretVerdict;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.KeyCredential;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges applications that sign in with a certificate. Thread-safe. */
final class CertificateSignIn {

  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  private static final Set<String> ENDPOINTS =
      Set.of("", "/v2.0", "/oauth2/token", "/oauth2/v2.0/token");

  private final DirectoryStore directory;
  private final ApplicationStore applications;
  private final TimeSource clock;

  /**
   * @param clock the machine's clock, which whoever signs assertions goes by
   */
  CertificateSignIn(DirectoryStore directory, TimeSource clock) {
    this.directory = directory;
    this.applications = directory.applications();
    this.clock = clock;
  }

  /**
   * @param form the request's fields; it has an assertion
   * @return why the application may not sign in; empty if it may
   */
  Optional<EntraError> judge(Request request, String clientId, Map<String, String> form) {
    String type = form.getOrDefault("client_assertion_type", "");
    if (!type.equals(TYPE)) {
      return Optional.of(EntraError.assertionType(type));
    }
    try {
      ClientAssertion assertion = ClientAssertion.parse(form.getOrDefault("client_assertion", ""));
      return judgeClaims(request, clientId, assertion)
          .or(() -> judgeSignature(clientId, assertion));
    } catch (IOException e) {
      return Optional.of(EntraError.malformedAssertion());
    }
  }

  private Optional<EntraError> judgeClaims(
      Request request, String clientId, ClientAssertion assertion) {
    if (!assertion.claim("iss").equalsIgnoreCase(clientId)
        || !assertion.claim("sub").equalsIgnoreCase(clientId)) {
      return Optional.of(EntraError.assertionOfAnother());
    }
    if (!isHere(request, assertion.claim("aud"))) {
      return Optional.of(EntraError.assertionForAnother());
    }
    ServiceBehavior.ENTRA_CLOCK_OF_ASSERTIONS.observe();
    ServiceBehavior.ENTRA_JTI.observe();
    Instant now = clock.now();
    if (now.minus(SKEW).isAfter(assertion.time("exp"))
        || now.plus(SKEW).isBefore(assertion.time("nbf"))) {
      return Optional.of(
          EntraError.assertionTime(now, assertion.time("nbf"), assertion.time("exp")));
    }
    return assertion.claim("jti").isEmpty()
        ? Optional.of(EntraError.malformedAssertion())
        : Optional.empty();
  }

  private Optional<EntraError> judgeSignature(String clientId, ClientAssertion assertion) {
    Optional<X509Certificate> named =
        applications.withAppId(clientId).map(Application::keys).stream()
            .flatMap(keys -> keys.stream().map(KeyCredential::certificate))
            .filter(assertion::names)
            .findFirst();
    if (named.isEmpty()) {
      return Optional.of(
          EntraError.unknownCertificate("The key was not found.", assertion.certificateName()));
    }
    if (applications.judge(clientId, named.get()) != SecretVerdict.VALID) {
      return Optional.of(
          EntraError.unknownCertificate("The key used is expired.", assertion.certificateName()));
    }
    return assertion.isSignedBy(named.get())
        ? Optional.empty()
        : Optional.of(EntraError.wrongSignature());
  }

  /** Whether an audience is this tenant's sign-in: its token endpoint, or its issuer. */
  private boolean isHere(Request request, String audience) {
    try {
      URI uri = URI.create(audience);
      String host = request.header("Host").orElse("localhost");
      int colon = host.lastIndexOf(':');
      String port = colon < 0 ? "443" : host.substring(colon + 1);
      String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
      int slash = path.indexOf('/', 1);
      String tenant = slash < 0 ? path : path.substring(0, slash);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))
          && (uri.getPort() < 0 ? "443" : Integer.toString(uri.getPort())).equals(port)
          && isTenant(tenant.replaceFirst("^/", ""))
          && ENDPOINTS.contains(path.substring(tenant.length()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isTenant(String name) {
    return name.equalsIgnoreCase(directory.tenantId()) || name.equalsIgnoreCase(directory.domain());
  }
}
