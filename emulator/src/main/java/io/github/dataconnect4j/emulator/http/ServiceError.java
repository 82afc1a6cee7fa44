package io.github.dataconnect4j.emulator.http;

/** Ends the handling of a request with an answer that refuses it, in the service's own shape. */
public final class ServiceError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Response response;

  public ServiceError(Response response, String text) {
    super(text, null, false, false);
    this.response = response;
  }

  public Response response() {
    return response;
  }
}
