package io.github.dataconnect4j.emulator.world;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** The directory's applications and service principals. */
public interface Applications {

  /** The service principal of an application, by client id. */
  Optional<String> servicePrincipalId(String applicationId);

  boolean applicationExists(String applicationId);

  /** The object ids of an application's owners, by client id. */
  Set<String> ownerIds(String applicationId);

  /** Whether a secret is one of the application's and has not lapsed. */
  boolean accepts(String applicationId, String secret);

  /** Whether a certificate is one of the application's and has not lapsed. */
  boolean accepts(String applicationId, X509Certificate certificate);
}
