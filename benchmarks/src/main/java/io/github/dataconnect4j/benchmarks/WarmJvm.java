package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.MailTenant.Copied;
import io.github.dataconnect4j.benchmarks.Measure.Doing;
import io.github.dataconnect4j.benchmarks.Measure.Samples;
import io.github.dataconnect4j.benchmarks.Measure.Work;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** What is measured in a JVM that has warmed up: the start, a copy, and reading it back. */
final class WarmJvm {

  private static final int WARM_UPS = 2;

  private static final String COPY = "copy by the emulator";
  private static final String REWRITE = "Jackson databind, file to file (peer)";
  private static final String ROWS = "rows from the emulator, over HTTPS";
  private static final String BYTES = "bytes from the emulator, by our client";
  private static final String PLAIN = "bytes from the emulator, by OkHttp (peer)";
  private static final String LOCAL = "rows from files";
  private static final String MAPS = "maps from files, Jackson databind (peer)";

  private final Table table;
  private final MailTenant tenant;
  private final Path folder;

  private WarmJvm(Table table, MailTenant tenant, Path folder) {
    this.table = table;
    this.tenant = tenant;
    this.folder = folder;
  }

  /** {@code WarmJvm rounds users messages}, or {@code WarmJvm rounds} for the start alone. */
  public static void main(String... arguments) throws Exception {
    Table table = new Table(System.out);
    int rounds = Integer.parseInt(arguments[0]);
    Samples starts = StartTimes.warm(rounds);
    starts.all().forEach(table::times);
    table.say(
        "  warm start: %.2f x as long as with Data Factory alone",
        starts.of(StartTimes.WARM).timesAsLongAs(starts.of(StartTimes.WARM_ALONE)));
    if (arguments.length == 1) {
      return;
    }
    Path folder = Files.createTempDirectory("dataconnect4j-benchmark-");
    try (MailTenant tenant =
        MailTenant.of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
      new WarmJvm(table, tenant, folder).measure(rounds);
    } finally {
      delete(folder);
    }
  }

  private void measure(int rounds) throws Exception {
    Copied copied = tenant.copy();
    table.title("Copy and read");
    table.say(
        "  %,d rows of %,d bytes on average, %,d bytes in %d files; all columns of Message_v1",
        copied.rows(), copied.bytes() / copied.rows(), copied.bytes(), copied.report().files());
    OkHttpClient plain = Readers.plainClient(tenant.emulator());
    List<StoredFile> files = copied.run().output().files();
    Path local = Files.createDirectory(folder.resolve("local"));
    for (StoredFile file : files) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1) + ".json";
      try (OutputStream out = Files.newOutputStream(local.resolve(name))) {
        Readers.plainBytes(plain, tenant, List.of(file), out);
      }
    }
    Samples samples = new Measure(WARM_UPS, rounds).of(works(copied, plain, local));
    samples.all().forEach((what, sample) -> table.rates(what, sample, copied));
    table.speed(COPY, samples.of(COPY), "the peer", samples.of(REWRITE));
    table.speed(BYTES, samples.of(BYTES), "OkHttp alone", samples.of(PLAIN));
    table.speed(ROWS, samples.of(ROWS), "OkHttp's bytes", samples.of(PLAIN));
    table.speed(ROWS, samples.of(ROWS), "Jackson's maps from files", samples.of(MAPS));
    table.speed(LOCAL, samples.of(LOCAL), "Jackson's maps from files", samples.of(MAPS));
  }

  private Map<String, Work> works(Copied copied, OkHttpClient plain, Path local) throws Exception {
    RunOutput output = copied.run().output();
    List<StoredFile> files = output.files();
    OutputStream nowhere = OutputStream.nullOutputStream();
    Tally tally = Readers.maps(local);
    require(tally.rows() == copied.rows(), "The files have " + tally + ", the run " + copied);
    Map<String, Work> works = new LinkedHashMap<>();
    works.put(COPY, timed(() -> requireSame(copied, tenant.copy())));
    works.put(REWRITE, reading(tally, () -> Readers.rewrite(local, folder.resolve("rewritten"))));
    works.put(ROWS, reading(tally, () -> Readers.rows(Extracts.of(copied.run()))));
    works.put(BYTES, draining(copied, () -> Readers.bytes(output)));
    works.put(PLAIN, draining(copied, () -> Readers.plainBytes(plain, tenant, files, nowhere)));
    works.put(LOCAL, reading(tally, () -> Readers.rows(Extracts.in(local))));
    works.put(MAPS, reading(tally, () -> Readers.maps(local)));
    return works;
  }

  private static Work reading(Tally expected, Callable<Tally> reader) {
    return timed(() -> reader.call().requireSameAs(expected));
  }

  private static Work draining(Copied expected, Callable<Long> reader) {
    return timed(
        () -> {
          long bytes = reader.call();
          require(bytes == expected.bytes(), bytes + " bytes came, of " + expected);
        });
  }

  private static void requireSame(Copied one, Copied other) {
    require(one.rows() == other.rows() && one.bytes() == other.bytes(), other + " is not " + one);
  }

  private static Work timed(Doing doing) {
    return Work.timed(TimeSource.system(), doing);
  }

  /** A figure for something else than was asked is worth nothing. */
  private static void require(boolean same, String otherwise) {
    if (!same) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
