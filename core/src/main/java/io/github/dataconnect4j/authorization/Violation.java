package io.github.dataconnect4j.authorization;

/**
 * One broken rule.
 *
 * <p>Immutable.
 *
 * @param code which
 * @param asked what was asked for
 * @param approved what was approved
 * @since 0.1.0
 */
public record Violation(RuleCode code, String asked, String approved) {

  /** What to do about it. */
  public String cure() {
    return code.cure();
  }

  /** All of it in one line. */
  public String text() {
    return "["
        + code
        + "] "
        + code.headline()
        + " Asked: "
        + asked
        + ". Approved: "
        + approved
        + ". "
        + cure();
  }
}
