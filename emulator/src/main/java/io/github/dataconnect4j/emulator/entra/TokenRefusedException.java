package io.github.dataconnect4j.emulator.entra;

/**
 * A request comes without a token that is good for the service. Checked, because each service has
 * its own way to say so.
 */
public final class TokenRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TokenRefusedException(Reason reason) {
    super("The access token is refused: " + reason, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with the token. The first that applies is told, in this order. */
  public enum Reason {
    /** There is no bearer token. */
    MISSING,
    /** It is not a token that this emulator signed. */
    MALFORMED,
    /** It is another tenant's. */
    WRONG_TENANT,
    /** It is for another service. */
    WRONG_AUDIENCE,
    /** It has lapsed, or a test had all tokens lapse. */
    EXPIRED
  }
}
