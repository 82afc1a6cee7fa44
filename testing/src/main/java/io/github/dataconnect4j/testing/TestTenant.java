package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * A tenant in a store of JUnit's, which closes it: JUnit before 5.13 by the one of its two
 * interfaces, JUnit 6 by the other.
 *
 * <p>Thread-safe.
 */
@SuppressWarnings("deprecation") // CloseableResource, for the sake of JUnit before 5.13
final class TestTenant implements Store.CloseableResource, AutoCloseable {

  private final EmulatedDataConnect emulated;
  private final Function<EmulatedDataConnect, DataConnectApp> making;
  private @Nullable DataConnectApp app;

  TestTenant(TestSetup setup) {
    this.emulated = setup.builder().start();
    this.making = setup.app();
  }

  EmulatedDataConnect emulated() {
    return emulated;
  }

  /** The approved app, which is made when it is first asked for. */
  synchronized DataConnectApp app() {
    DataConnectApp made = app;
    if (made == null) {
      made = making.apply(emulated);
      app = made;
    }
    return made;
  }

  /** Makes the app now, if it is not there yet. */
  void makeApp() {
    app();
  }

  @Override
  public void close() {
    emulated.close();
  }
}
