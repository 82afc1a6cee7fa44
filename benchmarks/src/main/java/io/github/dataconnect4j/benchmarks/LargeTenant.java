package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.MailTenant.Copied;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A copy and its reading, once, in a JVM with a small heap: whether memory grows with the rows. The
 * emulator and the client are both in it.
 */
final class LargeTenant {

  private static final Path STATUS = Path.of("/proc/self/status");

  private LargeTenant() {}

  /** {@code LargeTenant users messages}. */
  public static void main(String... arguments) throws Exception {
    Table table = new Table(System.out);
    TimeSource time = TimeSource.system();
    try (MailTenant tenant =
        MailTenant.of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))) {
      Duration start = time.elapsed();
      Copied copied = tenant.copy();
      Duration afterCopy = time.elapsed();
      Tally tally = Readers.rows(Extracts.of(copied.run()));
      Duration afterReading = time.elapsed();
      if (tally.rows() != copied.rows()) {
        throw new IllegalStateException("Of " + copied + " there were read " + tally + ".");
      }
      table.say(
          "  %,d rows, %,d bytes, in %d files",
          copied.rows(), copied.bytes(), copied.report().files());
      rate(table, "copy by the emulator", afterCopy.minus(start), copied);
      rate(table, "rows from the emulator, over HTTPS", afterReading.minus(afterCopy), copied);
      table.say(
          "  largest heap allowed %,d MiB, largest resident size of the process %s",
          Runtime.getRuntime().maxMemory() >> 20, peak());
    }
  }

  private static void rate(Table table, String what, Duration took, Copied copied) {
    table.rates(what, Measure.Sample.of(List.of(took)), copied);
  }

  /** What Linux says of this process; other systems do not. */
  private static String peak() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "unknown (only Linux tells)";
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
