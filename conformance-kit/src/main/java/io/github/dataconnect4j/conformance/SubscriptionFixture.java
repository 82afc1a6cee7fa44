package io.github.dataconnect4j.conformance;

/**
 * A {@link io.github.dataconnect4j.spi.Subscription} under test.
 *
 * @since 0.1.0
 */
public interface SubscriptionFixture extends AccountFixture {

  /** The namespace of a resource provider that is not registered. */
  String unregisteredProvider();
}
