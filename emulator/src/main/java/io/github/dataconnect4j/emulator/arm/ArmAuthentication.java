package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.ServiceError;

/** Reads the bearer token of a request to Azure Resource Manager. */
@FunctionalInterface
public interface ArmAuthentication {

  /**
   * Tells who is calling.
   *
   * @throws ServiceError if there is no token, or not one for this service; see {@link ArmErrors}
   */
  Caller check(Request request) throws ServiceError;
}
