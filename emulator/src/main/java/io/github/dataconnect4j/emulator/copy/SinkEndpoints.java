package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.world.StorageEndpoints;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which storage account an endpoint belongs to. Azure's own names stand for the emulated accounts
 * too, because Microsoft's templates write them out.
 */
final class SinkEndpoints {

  private static final String ACCOUNT = "[a-z0-9]{3,24}";
  private static final Pattern AZURE =
      Pattern.compile("(?<account>" + ACCOUNT + ")\\.(?<kind>blob|dfs)\\.core\\.[a-z0-9.-]+");

  private final StorageEndpoints endpoints;

  SinkEndpoints(StorageEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * A storage account, and which of its endpoints leads there.
   *
   * @param account its name
   * @param kind the endpoint's kind
   */
  record Place(String account, StorageKind kind) {}

  /** Where an endpoint leads; empty for one of no storage account. */
  Optional<Place> place(URI endpoint) {
    Matcher azure = AZURE.matcher(host(endpoint));
    if (azure.matches()) {
      return Optional.of(new Place(azure.group("account"), kind(azure)));
    }
    String path = endpoint.getPath() == null ? "" : endpoint.getPath();
    String first = path.replaceFirst("^/", "").split("/", 2)[0];
    String label = host(endpoint).split("\\.", 2)[0];
    for (String candidate : new String[] {first, label}) {
      for (StorageKind kind : StorageKind.values()) {
        if (candidate.matches(ACCOUNT)
            && isWithin(endpoint, directory(endpoints.of(kind, candidate).toString()))) {
          return Optional.of(new Place(candidate, kind));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The same place with the emulator's endpoint for Azure's of that kind, so that both spellings of
   * one account compare equal; blob and dfs stay two places.
   */
  URI canonical(URI uri) {
    Matcher azure = AZURE.matcher(host(uri));
    if (!azure.matches()) {
      return uri;
    }
    String base = directory(endpoints.of(kind(azure), azure.group("account")).toString());
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return URI.create(base + path.replaceFirst("^/", ""));
  }

  /** A folder of a container. */
  static URI folder(URI endpoint, String container, String folder) {
    try {
      String path = new URI(null, null, "/" + container + "/" + folder, null).getRawPath();
      return URI.create(directory(endpoint.toString()) + path.substring(1));
    } catch (URISyntaxException e) {
      throw CopyFailure.ofDefinition(
          "The folder '" + folder + "' of container '" + container + "' cannot be written to.");
    }
  }

  private static StorageKind kind(Matcher azure) {
    return azure.group("kind").equals("dfs") ? StorageKind.DATA_LAKE : StorageKind.BLOB;
  }

  private static boolean isWithin(URI endpoint, String base) {
    return directory(endpoint.toString()).equalsIgnoreCase(base);
  }

  private static String directory(String uri) {
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }
}
