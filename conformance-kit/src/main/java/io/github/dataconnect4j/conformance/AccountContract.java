package io.github.dataconnect4j.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.spi.Subscription;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of an account share: each behavior has an account and names of its own.
 *
 * @param <F> what drives the far side
 */
abstract class AccountContract<F extends AccountFixture> {

  static final Map<String, String> TAGS = Map.of("made-by", "conformance");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  F far;
  CloudAccount account;

  /** Begins all names of this behavior, and of no other. */
  String name;

  protected abstract F fixture();

  @BeforeEach
  void enter() {
    far = fixture();
    account = far.account();
    name = far.prefix() + "a" + NUMBER.incrementAndGet();
  }

  @AfterEach
  void leave() {
    account.close();
    far.restore();
  }

  final void needs(Capability capability) {
    assumeTrue(far.capabilities().contains(capability), capability::absence);
  }

  /** A resource group, which is made. */
  final String group() {
    account.subscription().createResourceGroup(name + "-rg", far.region(), TAGS);
    return name + "-rg";
  }

  /** A storage account, which is made. */
  final StorageAccount storage(StorageKind kind) {
    register("Microsoft.Storage");
    String suffix = kind == StorageKind.BLOB ? "blob" : "lake";
    return account.storage().createAccount(group(), name + suffix, far.region(), kind, TAGS);
  }

  final void register(String provider) {
    Subscription subscription = account.subscription();
    if (!subscription.isProviderRegistered(provider)) {
      subscription.registerProviders(Set.of(provider));
    }
  }
}
