package io.github.dataconnect4j.emulator.portal.web;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses: unlike the emulator's ids, they are not made from its seed. */
final class RandomText {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int BYTES = 32;

  private RandomText() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
