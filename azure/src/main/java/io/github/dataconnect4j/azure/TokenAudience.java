package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.cloud.Cloud;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;

/**
 * What a token is asked for, and the only places it is sent to.
 *
 * @param scope what is asked for
 * @param places the authorities that may see the token
 */
record TokenAudience(String scope, List<Place> places) {

  private static final String STORAGE_SCOPE = "https://storage.azure.com/.default";
  private static final String ANY_ACCOUNT = "anyaccount";

  TokenAudience {
    places = List.copyOf(places);
  }

  /** Azure Resource Manager, with the regional hosts that its operations may be followed at. */
  static TokenAudience resourceManager(Cloud cloud) {
    URI endpoint = cloud.resourceManager();
    return new TokenAudience(
        cloud.resourceManagerAudience() + "/.default",
        List.of(
            new Place(endpoint.getHost(), port(endpoint), Match.EXACT),
            new Place("." + endpoint.getHost(), port(endpoint), Match.SUFFIX)));
  }

  /** Blobs of any account of the cloud. */
  static TokenAudience blobs(Cloud cloud) {
    URI endpoint = cloud.blob(ANY_ACCOUNT);
    String host = endpoint.getHost();
    if (!host.startsWith(ANY_ACCOUNT + ".")) {
      return new TokenAudience(
          STORAGE_SCOPE, List.of(new Place(host, port(endpoint), Match.EXACT)));
    }
    // Accounts with a DNS zone of their own: https://account.z01.blob.storage.azure.net
    return new TokenAudience(
        STORAGE_SCOPE,
        List.of(
            new Place(host.substring(ANY_ACCOUNT.length()), port(endpoint), Match.SUFFIX),
            new Place(".blob.storage.azure.net", 443, Match.SUFFIX)));
  }

  /** One place and no other. */
  static TokenAudience only(String audience, URI endpoint) {
    return new TokenAudience(
        audience + "/.default",
        List.of(new Place(endpoint.getHost(), port(endpoint), Match.EXACT)));
  }

  /** Whether a token may go there: over https, to a listed place. */
  boolean admits(URL url) {
    int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    return "https".equalsIgnoreCase(url.getProtocol())
        && places.stream().anyMatch(place -> place.admits(url.getHost(), port));
  }

  private static int port(URI endpoint) {
    return endpoint.getPort() < 0 ? 443 : endpoint.getPort();
  }

  enum Match {
    EXACT,
    SUFFIX
  }

  record Place(String host, int port, Match match) {

    boolean admits(String otherHost, int otherPort) {
      String other = otherHost.toLowerCase(Locale.ROOT);
      String own = host.toLowerCase(Locale.ROOT);
      return port == otherPort
          && (match == Match.EXACT
              ? other.equals(own)
              : other.endsWith(own) && other.length() > own.length());
    }
  }
}
