package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.Secret;
import io.github.dataconnect4j.emulator.world.Person;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes up ids, people and secrets, the same ones for the same chance. */
final class Invented {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~-";

  private final RandomGenerator chance;

  Invented(RandomGenerator chance) {
    this.chance = chance;
  }

  /** A random GUID. */
  String id() {
    long high = (chance.nextLong() & ~0xF000L) | 0x4000L;
    long low = (chance.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low).toString();
  }

  /** A secret that looks like Microsoft Entra's: three letters, {@code 8Q~}, and 34 more. */
  Secret secret() {
    return Secret.of(letters(3) + "8Q~" + letters(34));
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  /** A member without a mailbox, so that no extract has anything of theirs. */
  Person person(String principalName, String displayName) {
    return new Person(
        id(),
        principalName,
        displayName,
        "IT",
        displayName.substring(displayName.indexOf(' ') + 1),
        Optional.empty(),
        false,
        true,
        Optional.empty());
  }
}
