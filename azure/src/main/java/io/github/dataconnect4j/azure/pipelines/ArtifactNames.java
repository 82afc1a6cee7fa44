package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.StorageKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names that Data Factory and Synapse take, from names that may be anything. Different names stay
 * different, apart from upper and lower case, which the services do not tell apart either.
 *
 * <p>Rules: Microsoft's page "Azure Data Factory - naming rules". Linked services and datasets may
 * have no hyphen.
 */
final class ArtifactNames {

  /** The most for a pipeline; datasets may have 260, and need no more than this. */
  private static final int MOST = 140;

  private ArtifactNames() {}

  /**
   * A pipeline's name, which is kept as it is wherever the rules let it be: a person may have given
   * it.
   */
  static String pipeline(String name) {
    return name.matches("[\\p{L}\\p{N}_][^.+?/<>*%&:\"\\\\#\\p{Cntrl}]{0,139}")
        ? name
        : hashed(name, MOST);
  }

  static String microsoft365(String app) {
    return suffixed(app, "_m365");
  }

  // A name for each kind: the pipelines of the one go on when the other is made.
  static String storage(String app, StorageKind kind) {
    return switch (kind) {
      case BLOB -> suffixed(app, "_storage");
      case DATA_LAKE -> suffixed(app, "_datalake");
    };
  }

  static String keyVault(String app) {
    return suffixed(app, "_keyvault");
  }

  static String source(String pipeline) {
    return suffixed(pipeline, "_source");
  }

  static String sink(String pipeline) {
    return suffixed(pipeline, "_sink");
  }

  /** An activity's name, which must be its own within one pipeline only. */
  static String activity(String dataset) {
    return cleaned(dataset.startsWith("BasicDataSet_v0.") ? dataset.substring(16) : dataset);
  }

  // A hyphen becomes two underscores. As long as no run of three comes of it, that can be read
  // back, and so nothing else gets the same name; three mark a name with a hash.
  private static String suffixed(String name, String suffix) {
    String plain = name.replace("-", "__");
    boolean readable =
        name.matches("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
            && !name.contains("__")
            && !plain.contains("___")
            && plain.length() + suffix.length() <= MOST;
    return (readable ? plain : hashed(name, MOST - suffix.length())) + suffix;
  }

  private static String hashed(String name, int most) {
    String hash = "___" + digest(name);
    String clean = cleaned(name).replaceAll("_{2,}", "_");
    return clean.substring(0, Math.min(clean.length(), most - hash.length())) + hash;
  }

  private static String cleaned(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
