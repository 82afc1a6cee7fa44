package io.github.dataconnect4j.emulator.truth;

/**
 * An operation of an emulated service.
 *
 * @param id its name in Microsoft's REST descriptions, such as {@code Pipelines_CreateRun}; the
 *     same for all routes that lead to it
 * @param source how it is known
 */
public record Operation(String id, Source source) {

  /** An operation that a page of Microsoft's describes. */
  public static Operation documented(String id, String page) {
    return new Operation(id, Source.documented(page));
  }

  /** An operation that a real client was recorded to call. */
  public static Operation recorded(String id, String recording) {
    return new Operation(id, Source.recorded(recording));
  }

  /** An operation that is as it is because something had to be chosen. */
  public static Operation assumed(String id, String reason) {
    return new Operation(id, Source.assumed(reason));
  }
}
