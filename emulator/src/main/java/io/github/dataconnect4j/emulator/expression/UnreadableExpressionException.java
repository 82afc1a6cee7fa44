package io.github.dataconnect4j.emulator.expression;

/** Says why a text is no expression, or why one cannot be evaluated; the languages word it. */
public final class UnreadableExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unexpected;

  private UnreadableExpressionException(String reason, boolean unexpected) {
    super(reason, null, false, false);
    this.unexpected = unexpected;
  }

  /** What is wrong in any case, as the rest of a sentence that begins "because". */
  public static UnreadableExpressionException because(String reason) {
    return new UnreadableExpressionException(reason, false);
  }

  /** What the emulator does not know. The service may. */
  public static UnreadableExpressionException unexpected(String what) {
    return new UnreadableExpressionException(what, true);
  }

  /** The reason; of what is unexpected, the thing alone. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether it is only that the emulator does not know it. */
  public boolean isUnexpected() {
    return unexpected;
  }
}
