package io.github.dataconnect4j.emulator.arm;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the ids that services give out, the same ones for the same seed. */
public final class Guids {

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final RandomGenerator chance;

  public Guids(RandomGenerator chance) {
    this.chance = chance;
  }

  /** The next id, in lower case. */
  public synchronized String next() {
    long most = (chance.nextLong() & ~0xF000L) | VERSION_4;
    long least = (chance.nextLong() & ~0xC000_0000_0000_0000L) | VARIANT;
    return new UUID(most, least).toString();
  }

  synchronized byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    chance.nextBytes(bytes);
    return bytes;
  }
}
