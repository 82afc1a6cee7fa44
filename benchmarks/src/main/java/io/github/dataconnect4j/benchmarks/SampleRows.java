package io.github.dataconnect4j.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes rows that look like messages without their bodies, the same ones every time. */
final class SampleRows {

  private static final long SEED = 365;

  private SampleRows() {}

  static void write(Path file, int rows) throws IOException {
    Random chance = new Random(SEED);
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int row = 0; row < rows; row++) {
        writer.write(row(row, chance));
        writer.write('\n');
      }
    }
  }

  private static String row(int number, Random chance) {
    int from = chance.nextInt(10_000);
    int to = chance.nextInt(10_000);
    return "{\"id\":\"AAMk"
        + Long.toHexString(chance.nextLong())
        + Long.toHexString(chance.nextLong())
        + "\",\"createdDateTime\":\"2026-10-"
        + (10 + number % 20)
        + "T10:00:00Z\",\"importance\":\"normal\",\"isRead\":"
        + chance.nextBoolean()
        + ",\"sender\":{\"emailAddress\":{\"name\":\"Person "
        + from
        + "\",\"address\":\"person"
        + from
        + "@example.com\"}},\"toRecipients\":[{\"emailAddress\":{\"name\":\"Person "
        + to
        + "\",\"address\":\"person"
        + to
        + "@example.com\"}}],\"categories\":[],\"flag\":{},\"datarow\":"
        + number
        + ",\"puser\":\"aaaaaaaa-0000-0000-0000-"
        + String.valueOf(100_000_000_000L + from)
        + "\"}";
  }
}
