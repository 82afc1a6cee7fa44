package io.github.dataconnect4j.conformance;

/**
 * A {@link io.github.dataconnect4j.spi.Directory} under test.
 *
 * @since 0.1.0
 */
public interface DirectoryFixture extends AccountFixture {

  /** The user principal name of a person who is a Global Administrator. */
  String administrator();
}
