package io.github.dataconnect4j.emulator.truth;

/**
 * How something about a service is known.
 *
 * @param kind how well
 * @param reference the page's address, the recording's name, or why it is assumed
 */
public record Source(Kind kind, String reference) {

  /** Microsoft's own words, at an address. */
  public static Source documented(String page) {
    return new Source(Kind.DOCUMENTED, page);
  }

  /** A request that a real client was recorded to send; its answer is the least it accepts. */
  public static Source recorded(String recording) {
    return new Source(Kind.RECORDED, recording);
  }

  /** Microsoft is silent, or contradicts itself. */
  public static Source assumed(String reason) {
    return new Source(Kind.ASSUMED, reason);
  }

  public boolean isAssumed() {
    return kind == Kind.ASSUMED;
  }

  /** How well something is known. */
  public enum Kind {
    DOCUMENTED,
    RECORDED,
    ASSUMED
  }
}
