package io.github.dataconnect4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Orders a fault for a test method, or for each of a class: the same as {@code emulator.faults()},
 * said where it is seen.
 *
 * <p>Calls are counted from the beginning of the test method, when its {@code DataConnectApp} has
 * been made: what was set up before meets no such fault. What no call has met is taken back at the
 * end of the test; where tests run at once, give each a tenant of its own.
 *
 * <p>A test whose fault cannot be ordered fails, such as for an operation that the emulator does
 * not have; the message names the nearest.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Fault.All.class)
public @interface Fault {

  /**
   * The operation, by its name in Microsoft's REST descriptions, such as {@code
   * Pipelines_CreateRun}; {@code docs/emulator.md} lists them.
   */
  String operation();

  /** What goes wrong. */
  FaultKind kind();

  /** Which call of the operation it hits: the first is 1. */
  int nth() default 1;

  /** The answer's status, where the kind has one: 400 to 599. */
  int status() default 503;

  /** The pause that a throttled call is told to make. */
  int retryAfterSeconds() default 30;

  /** Several faults. */
  @Documented
  @Inherited
  @Target({ElementType.METHOD, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {

    /** The faults, in any order. */
    Fault[] value();
  }
}
