package io.github.dataconnect4j.emulator.directory;

import io.github.dataconnect4j.Secret;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids and secrets from injected chance, so that a seed repeats them. Thread-safe. */
public final class ObjectIds {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  // Microsoft Entra's secrets are 40 characters long and have this in them, by which scanners find
  // them; so do these.
  private static final String MARK = "8Q~";
  private static final int BEFORE_MARK = 3;
  private static final int AFTER_MARK = 34;

  private final RandomGenerator chance;

  public ObjectIds(RandomGenerator chance) {
    this.chance = chance;
  }

  public synchronized String next() {
    long most = (chance.nextLong() & ~0xF000L) | 0x4000L;
    long least = (chance.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  public synchronized Secret nextSecret() {
    return Secret.of(letters(BEFORE_MARK) + MARK + letters(AFTER_MARK));
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
