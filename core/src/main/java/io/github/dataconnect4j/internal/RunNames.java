package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Names of pipelines, runs and folders, each telling what it belongs to. */
final class RunNames {

  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunNames() {}

  /** A run's key: sorts by time, and two runs of one second differ. */
  static String newKey(Instant now, RandomGenerator chance) {
    return KEY_TIME.format(now) + "-" + HexFormat.of().toHexDigits(chance.nextInt());
  }

  /**
   * A pipeline's name: copies that differ in more than their window get pipelines of their own, so
   * that none changes another's while it runs.
   */
  static String pipeline(String application, String dataset, Object... parts) {
    // The stand-ins may make two applications' prefixes alike; their digests differ.
    StringBuilder all = new StringBuilder(application).append('\n');
    for (Object part : parts) {
      all.append(part).append('\n');
    }
    return prefix(application) + dataset + "_" + digest(all.toString());
  }

  /** The dataset of a pipeline that {@link #pipeline} named for the application. */
  static Optional<String> dataset(String application, String pipeline) {
    String prefix = prefix(application);
    int end = pipeline.lastIndexOf('_');
    return pipeline.startsWith(prefix) && end > prefix.length()
        ? Optional.of(pipeline.substring(prefix.length(), end))
        : Optional.empty();
  }

  /** The folder above those of a dataset's runs. */
  static String folder(String landingFolder, String dataset) {
    return landingFolder.isEmpty() ? dataset : landingFolder + "/" + dataset;
  }

  /** The folder of one run, with its closing slash. */
  static String runFolder(PipelineSpec spec, String key) {
    return spec.folder() + "/" + key + "/";
  }

  // Only what every host takes, so that a run's pipeline is called as we called it.
  private static String prefix(String application) {
    return application.replace(' ', '-').replaceAll("[^A-Za-z0-9_-]", "_") + "_";
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
