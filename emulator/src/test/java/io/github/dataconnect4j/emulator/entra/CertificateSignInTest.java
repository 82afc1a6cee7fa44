package io.github.dataconnect4j.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.KeyCredential;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.http.ServiceCaller;
import io.github.dataconnect4j.emulator.http.ServiceCaller.Answer;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSignInTest {

  private static final HeldCertificate CERTIFICATE = certificate();
  private static final HeldCertificate STRANGER = certificate();
  private static final String PATH = "/" + TestTenant.TENANT + "/oauth2/v2.0/token";

  private final VirtualTime time = new VirtualTime(TestTenant.START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final ServiceCaller entra =
      new ServiceCaller(
          new EntraService(
              directory, new Tokens(TestTenant.TENANT, time), new VirtualTime(TestTenant.START)));

  private final ObjectNode header =
      Json.object()
          .put("alg", "RS256")
          .put("typ", "JWT")
          .put("x5t", encode(KeyCredential.digest(CERTIFICATE.certificate(), "SHA-1")));
  private final ObjectNode claims =
      Json.object()
          .put("aud", "https://localhost:8443" + PATH)
          .put("iss", TestTenant.AUTOMATION)
          .put("sub", TestTenant.AUTOMATION)
          .put("jti", "one")
          .put("nbf", TestTenant.START.getEpochSecond())
          .put("exp", TestTenant.START.plusSeconds(600).getEpochSecond());

  @BeforeEach
  void register() {
    directory.addCertificate(TestTenant.AUTOMATION, CERTIFICATE.certificate());
  }

  @Test
  void takesAnAssertionSignedWithRs256OrPs256() {
    assertThat(signIn(CERTIFICATE).status()).isEqualTo(200);

    header.put("alg", "PS256").remove("x5t");
    header.put("x5t#S256", encode(KeyCredential.digest(CERTIFICATE.certificate(), "SHA-256")));
    assertThat(signIn(CERTIFICATE).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8443/11111111-1111-1111-1111-111111111111/oauth2/v2.0/token",
        "https://127.0.0.1:8443/11111111-1111-1111-1111-111111111111/oauth2/token",
        "https://LOCALHOST:8443/contoso.onmicrosoft.com/v2.0",
        "https://localhost:8443/11111111-1111-1111-1111-111111111111/",
      })
  void takesEverySpellingOfItself(String audience) {
    claims.put("aud", audience);

    assertThat(signIn(CERTIFICATE).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "iss, someone, 700021",
    "sub, someone, 700021",
    "aud, https://localhost:8443/22222222-1111-1111-1111-111111111111/oauth2/v2.0/token, 700023",
    "aud, https://localhost/11111111-1111-1111-1111-111111111111/oauth2/v2.0/token, 700023",
    "aud, https://login.microsoftonline.com/common/oauth2/v2.0/token, 700023",
    "aud, not a uri, 700023",
    "jti, '', 50027",
  })
  void refusesAWrongClaim(String claim, String value, int code) {
    claims.put(claim, value);

    assertRefused(signIn(CERTIFICATE), code);
  }

  @Test
  void refusesAnAssertionOutsideItsTime() {
    claims.put("exp", TestTenant.START.minusSeconds(301).getEpochSecond());
    assertRefused(signIn(CERTIFICATE), 700024);

    claims.put("exp", TestTenant.START.plusSeconds(600).getEpochSecond());
    claims.put("nbf", TestTenant.START.plusSeconds(301).getEpochSecond());
    assertRefused(signIn(CERTIFICATE), 700024);
  }

  @Test
  void refusesAnotherKeyAndACertificateThatIsNotRegistered() {
    assertRefused(signIn(STRANGER), 700027);

    header.put("x5t", encode(KeyCredential.digest(STRANGER.certificate(), "SHA-1")));
    Answer unknown = signIn(STRANGER);
    assertRefused(unknown, 700027);
    assertThat(unknown.text("/error_description"))
        .contains("The key was not found", KeyCredential.thumbprint(STRANGER.certificate()));
  }

  @Test
  void refusesACertificateThatHasLapsed() {
    time.advance(Duration.ofDays(40));

    Answer lapsed = signIn(CERTIFICATE);

    assertRefused(lapsed, 700027);
    assertThat(lapsed.text("/error_description")).contains("The key used is expired");
  }

  @Test
  void refusesWhatIsNoAssertion() {
    assertRefused(post("&client_assertion=a.b"), 50027);
    assertRefused(post("&client_assertion=!.!.!"), 50027);
    header.put("alg", "none");
    assertRefused(signIn(CERTIFICATE), 50027);
    assertThat(post("&client_assertion=a.b.c&client_assertion_type=other").text("/error"))
        .isEqualTo("invalid_request");
  }

  private Answer signIn(HeldCertificate signer) {
    String signed = encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
    return post("&client_assertion=" + signed + "." + encode(sign(signer, signed)));
  }

  private Answer post(String more) {
    return entra.post(
        PATH,
        "grant_type=client_credentials&client_id="
            + TestTenant.AUTOMATION
            + "&scope=https://graph.microsoft.com/.default&client_assertion_type="
            + URLEncoder.encode(
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
            + more);
  }

  private static void assertRefused(Answer answer, int code) {
    assertThat(answer.body().at("/error_codes/0").asInt()).isEqualTo(code);
    assertThat(answer.text("/error")).isEqualTo("invalid_client");
    assertThat(answer.status()).isEqualTo(401);
  }

  private byte[] sign(HeldCertificate signer, String text) {
    try {
      boolean pss = header.path("alg").asText().equals("PS256");
      Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : "SHA256withRSA");
      if (pss) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(signer.keyPair().getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static HeldCertificate certificate() {
    Instant from = TestTenant.START.minus(Duration.ofDays(1));
    return new HeldCertificate.Builder()
        .rsa2048()
        .validityInterval(from.toEpochMilli(), from.plus(Duration.ofDays(30)).toEpochMilli())
        .build();
  }
}
