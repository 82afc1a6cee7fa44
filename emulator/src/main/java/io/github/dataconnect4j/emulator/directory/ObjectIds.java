package io.github.dataconnect4j.emulator.directory;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids and secrets from injected chance, so that a seed repeats them. Thread-safe. */
final class ObjectIds {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  // Entra's secrets are 40 characters long.
  private static final int SECRET_LENGTH = 40;

  private final RandomGenerator chance;

  ObjectIds(RandomGenerator chance) {
    this.chance = chance;
  }

  synchronized String next() {
    long most = (chance.nextLong() & ~0xF000L) | 0x4000L;
    long least = (chance.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  synchronized String nextSecret() {
    StringBuilder secret = new StringBuilder(SECRET_LENGTH);
    for (int i = 0; i < SECRET_LENGTH; i++) {
      secret.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }
}
