package io.github.dataconnect4j.emulator.deployments;

import io.github.dataconnect4j.emulator.truth.DeploymentBehavior;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The hashes of the template language: the same for the same text. Microsoft does not say how they
 * are made; these have the same form, and other values.
 */
final class Hashes {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 13;
  private static final int BITS = 5;

  private Hashes() {}

  /** 13 letters and digits. */
  static String unique(String text) {
    long bits = bytes(text).getLong();
    StringBuilder unique = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      unique.append(LETTERS.charAt((int) (bits & (LETTERS.length() - 1))));
      bits = Long.rotateRight(bits, BITS);
    }
    return unique.toString();
  }

  static String guid(String text) {
    ByteBuffer bytes = bytes(text);
    long most = (bytes.getLong() & ~0xF000L) | 0x5000L;
    long least = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(bytes(text).array());
  }

  private static ByteBuffer bytes(String text) {
    DeploymentBehavior.HASHES.observe();
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
