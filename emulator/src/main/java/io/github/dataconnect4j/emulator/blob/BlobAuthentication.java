package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import java.util.Optional;

/** Tells from a request's bearer token who is calling. */
@FunctionalInterface
public interface BlobAuthentication {

  /**
   * @param request a request with a bearer token; the account is the first of its segments
   * @return who is calling; empty where the token is unknown, has lapsed or is meant for another
   *     service
   */
  Optional<Principal> check(Request request);

  /**
   * Who is calling.
   *
   * @param objectId the object id of the user or service principal
   */
  record Principal(String objectId) {}
}
