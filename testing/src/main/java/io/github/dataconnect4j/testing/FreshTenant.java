package io.github.dataconnect4j.testing;

/**
 * How often the tests of a class get a tenant that nothing has happened in.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum FreshTenant {
  /** Once: the tests of a class share emulator, app and clock. */
  PER_CLASS,
  /** For each test method, or each of its repetitions. */
  PER_METHOD
}
