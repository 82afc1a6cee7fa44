package io.github.dataconnect4j.emulator.directory;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A certificate of an application: its public part.
 *
 * @param keyId tells it from others
 * @param displayName the label its maker gave; empty for none
 * @param startsAt from when it is accepted
 * @param endsAt from when it no longer is
 * @param customKeyIdentifier what its maker calls it in base64, usually the thumbprint
 * @param certificate the certificate
 */
public record KeyCredential(
    String keyId,
    String displayName,
    Instant startsAt,
    Instant endsAt,
    String customKeyIdentifier,
    X509Certificate certificate) {

  /** A digest of a certificate, by which others name it. */
  public static byte[] digest(X509Certificate certificate, String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
    }
  }

  /** The SHA-1 of a certificate in upper-case hexadecimal, as Entra shows it. */
  public static String thumbprint(X509Certificate certificate) {
    return HexFormat.of().withUpperCase().formatHex(digest(certificate, "SHA-1"));
  }

  boolean isValidAt(Instant now) {
    return !now.isBefore(startsAt) && now.isBefore(endsAt);
  }

  @Override
  public String toString() {
    return "KeyCredential[" + keyId + ", until " + endsAt + "]";
  }
}
