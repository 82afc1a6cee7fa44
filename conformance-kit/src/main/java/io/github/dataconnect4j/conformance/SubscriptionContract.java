package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.Subscription;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.github.dataconnect4j.spi.Subscription} must do. Its author writes a class
 * that extends this one and gives it a {@link SubscriptionFixture}.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class SubscriptionContract extends AccountContract<SubscriptionFixture> {

  /** For subclasses. */
  protected SubscriptionContract() {}

  /** The subscription under test. Asked for once by each behavior. */
  @Override
  protected abstract SubscriptionFixture fixture();

  @Test
  void registersAProvider() {
    Subscription subscription = account.subscription();
    assertThat(subscription.isProviderRegistered(far.unregisteredProvider())).isFalse();

    subscription.registerProviders(Set.of(far.unregisteredProvider()));

    assertThat(subscription.isProviderRegistered(far.unregisteredProvider())).isTrue();
  }

  @Test
  void leavesAResourceGroupThatExistsAsItIs() {
    Subscription subscription = account.subscription();
    assertThat(subscription.resourceGroupExists(name + "-rg")).isFalse();
    String group = group();
    assertThat(subscription.resourceGroupExists(group)).isTrue();
    int writes = far.writes();

    subscription.createResourceGroup(group, far.region(), Map.of("other", "tags"));

    assertThat(far.writes()).isEqualTo(writes);
  }

  @Test
  void findsTheBillingAccountOfAnApplication() {
    Subscription subscription = account.subscription();
    String group = group();
    String billed = application("billed");
    String other = application("other");
    register("Microsoft.GraphServices");
    assertThat(subscription.findBillingAccount(group, billed)).isEmpty();

    subscription.createBillingAccount(group, name + "-billing", billed, TAGS);

    assertThat(subscription.findBillingAccount(group, billed)).contains(name + "-billing");
    assertThat(subscription.findBillingAccount(group, other)).isEmpty();
  }

  @Test
  void takesAnotherBillingAccountOfAnApplicationForIts() {
    Subscription subscription = account.subscription();
    String group = group();
    String billed = application("billed");
    register("Microsoft.GraphServices");
    subscription.createBillingAccount(group, name + "-first", billed, TAGS);

    subscription.createBillingAccount(group, name + "-second", billed, TAGS);

    assertThat(subscription.findBillingAccount(group, billed)).contains(name + "-first");
  }

  private String application(String suffix) {
    Directory directory = account.directory();
    return directory.createApplication(name + suffix, "kit:" + name + suffix).applicationId();
  }
}
