package io.github.dataconnect4j.emulator.http;

import java.io.IOException;

/** One emulated service: knows which requests are its own, and how it refuses. */
public interface Service {

  /** The name that the record of requests shows. */
  String name();

  /** Whether a request is this service's to answer, known or not. */
  boolean claims(Request request);

  Routes routes();

  /**
   * Checks who is calling, before the route's handler.
   *
   * @throws ServiceError if the call is not let in
   */
  void authenticate(Request request);

  /** The service's answer to a route that it does not have. */
  Response unknownRoute(Request request);

  /** The service's answer to a body that cannot be read. */
  Response unreadable(Request request, IOException cause);

  /**
   * The service's answer where a fault was ordered.
   *
   * @param status an error's
   */
  Response refused(Request request, int status);

  /** The service's answer where the emulator itself has failed. */
  Response failed(Request request);

  /** Headers that every answer of the service carries. */
  default Response finish(Request request, Response response) {
    return response;
  }
}
