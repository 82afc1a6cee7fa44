package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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

  private final Function<String, URI> blobEndpoint;

  SinkEndpoints(Function<String, URI> blobEndpoint) {
    this.blobEndpoint = blobEndpoint;
  }

  /** The name of the account; empty for an endpoint that is none. */
  Optional<String> account(URI endpoint) {
    Matcher azure = AZURE.matcher(host(endpoint));
    if (azure.matches()) {
      return Optional.of(azure.group("account"));
    }
    String path = endpoint.getPath() == null ? "" : endpoint.getPath();
    String first = path.replaceFirst("^/", "").split("/", 2)[0];
    String label = host(endpoint).split("\\.", 2)[0];
    for (String candidate : new String[] {first, label}) {
      if (candidate.matches(ACCOUNT)
          && isWithin(endpoint, directory(blobEndpoint.apply(candidate).toString()))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The same place with the emulator's blob endpoint for Azure's, so that both spellings of one
   * account compare equal; a dfs endpoint stays another place.
   */
  URI canonical(URI uri) {
    Matcher azure = AZURE.matcher(host(uri));
    if (!azure.matches()) {
      return uri;
    }
    if (!azure.group("kind").equals("blob")) {
      CopyBehavior.DFS_IS_ANOTHER_PLACE.observe();
      return uri;
    }
    String base = directory(blobEndpoint.apply(azure.group("account")).toString());
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
