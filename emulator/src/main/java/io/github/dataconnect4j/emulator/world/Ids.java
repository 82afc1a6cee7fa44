package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.cloud.Secret;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes the ids, secrets and keys that services give out, the same ones for the same seed.
 *
 * <p>Thread-safe.
 */
public final class Ids {

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  // Microsoft Entra's secrets are 40 characters long and have this in them, by which scanners find
  // them; so do these.
  private static final String MARK = "8Q~";
  private static final int BEFORE_MARK = 3;
  private static final int AFTER_MARK = 34;

  private final RandomGenerator chance;

  public Ids(RandomGenerator chance) {
    this.chance = chance;
  }

  /** The next id: a random GUID, in lower case. */
  public synchronized String next() {
    long most = (chance.nextLong() & ~0xF000L) | VERSION_4;
    long least = (chance.nextLong() & ~0xC000_0000_0000_0000L) | VARIANT;
    return new UUID(most, least).toString();
  }

  /** The next secret of an application. */
  public synchronized Secret nextSecret() {
    return Secret.of(letters(BEFORE_MARK) + MARK + letters(AFTER_MARK));
  }

  /** The bytes of the next key. */
  public synchronized byte[] nextBytes(int count) {
    byte[] bytes = new byte[count];
    chance.nextBytes(bytes);
    return bytes;
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
