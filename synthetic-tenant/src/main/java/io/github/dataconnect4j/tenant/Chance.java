package io.github.dataconnect4j.tenant;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that is the same each time: whatever is made up of one thing follows from the seed and the
 * thing's place, so that nothing need be kept.
 */
record Chance(long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The chance of one kind of thing. */
  Chance of(String kind) {
    return new Chance(mix(seed, kind.hashCode()));
  }

  long number(long place) {
    return mix(seed, place);
  }

  SplittableRandom at(long place) {
    return new SplittableRandom(number(place));
  }

  SplittableRandom at(long place, long second) {
    return new SplittableRandom(mix(number(place), second));
  }

  /** An id in the form of those that Entra gives. */
  String id(long place) {
    long high = number(place);
    long low = mix(high, place);
    return new UUID(
            (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE)
        .toString();
  }

  static <T> T pick(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Steele and Vigna's 64-bit finalizer, over what the seed and the place make together. */
  private static long mix(long seed, long place) {
    long z = seed + (place + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
