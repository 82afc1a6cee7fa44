package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.KeyCredential;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application's certificates, as Microsoft Graph has them. */
final class KeyCredentials {

  private static final int SHA_1 = 20;

  private KeyCredentials() {}

  /** What changes an application so that it has one certificate more. */
  static Application with(List<KeyCredential> before, Certificate certificate, String label) {
    KeyCredential added = new KeyCredential();
    added.setType("AsymmetricX509Cert");
    added.setUsage("Verify");
    added.setDisplayName(label);
    added.setCustomKeyIdentifier(HexFormat.of().parseHex(certificate.thumbprint()));
    added.setStartDateTime(time(certificate.x509().getNotBefore().toInstant()));
    added.setEndDateTime(time(certificate.x509().getNotAfter().toInstant()));
    try {
      added.setKey(certificate.x509().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The certificate was read from its encoded form", e);
    }
    List<KeyCredential> all = new ArrayList<>(before);
    all.add(added);
    Application change = new Application();
    change.setKeyCredentials(all);
    return change;
  }

  /** The SHA-1 thumbprints, in upper-case hexadecimal. */
  static Set<String> thumbprints(@Nullable List<KeyCredential> credentials) {
    Set<String> thumbprints = new HashSet<>();
    for (KeyCredential one : credentials == null ? List.<KeyCredential>of() : credentials) {
      byte[] id = one.getCustomKeyIdentifier();
      if (id != null) {
        // Graph's pages call it binary. Where it comes as hexadecimal text after all, the client
        // takes that for base64.
        thumbprints.add(
            id.length == SHA_1
                ? HexFormat.of().withUpperCase().formatHex(id)
                : Base64.getEncoder().encodeToString(id).toUpperCase(Locale.ROOT));
      }
    }
    return thumbprints;
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
