package io.github.dataconnect4j.emulator.directory;

import io.github.dataconnect4j.cloud.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A secret of an application. Its value is not kept, only a digest of it.
 *
 * @param keyId tells it from others
 * @param displayName the label its maker gave; empty for none
 * @param startsAt from when it is accepted
 * @param endsAt from when it no longer is
 * @param hint its first three characters
 * @param digest the SHA-256 of the value, in hexadecimal
 */
public record PasswordCredential(
    String keyId,
    String displayName,
    Instant startsAt,
    Instant endsAt,
    String hint,
    String digest) {

  static PasswordCredential of(
      String keyId, String displayName, Instant startsAt, Instant endsAt, Secret value) {
    String text = value.reveal();
    return new PasswordCredential(
        keyId,
        displayName,
        startsAt,
        endsAt,
        text.substring(0, Math.min(3, text.length())),
        digest(text));
  }

  boolean isSecret(String candidate) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII),
        digest(candidate).getBytes(StandardCharsets.US_ASCII));
  }

  boolean isValidAt(Instant now) {
    return !now.isBefore(startsAt) && now.isBefore(endsAt);
  }

  @Override
  public String toString() {
    return "PasswordCredential[" + keyId + ", until " + endsAt + "]";
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
