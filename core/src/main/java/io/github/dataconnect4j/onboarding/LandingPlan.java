package io.github.dataconnect4j.onboarding;

import io.github.dataconnect4j.DataConnect;
import java.util.List;
import java.util.function.Consumer;

/**
 * What applying a landing would make, and what stands already.
 *
 * <p>Made by {@link DataConnect#plan(Landing)}, which only looks. Thread-safe; a plan is applied
 * once or not at all.
 *
 * @since 0.1.0
 */
public interface LandingPlan {

  /** The resources, in the order in which they are made. */
  List<Step> steps();

  /** Whether nothing would be made. */
  default boolean isUpToDate() {
    return steps().stream().allMatch(step -> step.change() == Change.KEEP);
  }

  /** Calls a listener with each step when it is done, on the thread that applies. */
  LandingPlan onStep(Consumer<Step> listener);

  /**
   * Makes what is missing, in order. Everything is looked for once more first, so that an apply
   * that broke off continues where it stopped, and a second one makes nothing.
   *
   * @return what was done
   */
  List<Step> apply();

  /** The steps, a line each; what is missing says why. */
  default String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps()) {
      text.append(step.change() == Change.CREATE ? "+ " : "= ")
          .append(step.kind())
          .append(' ')
          .append(step.name())
          .append(step.why().isEmpty() ? "" : " (" + step.why() + ")")
          .append(System.lineSeparator());
    }
    return text.toString();
  }

  /** What happens to a resource. */
  enum Change {
    /** It is missing, or not as asked for, and is made. */
    CREATE,
    /** It stands and is left alone. */
    KEEP
  }

  /**
   * A resource of the plan.
   *
   * @param kind what it is, such as {@code storage account}
   * @param name which one
   * @param change what happens to it
   * @param why why it counts as missing, such as {@code the storage account is missing}; empty for
   *     what stands
   */
  record Step(String kind, String name, Change change, String why) {}
}
