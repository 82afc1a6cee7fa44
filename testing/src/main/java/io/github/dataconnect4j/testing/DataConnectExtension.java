package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The JUnit extension behind {@link DataConnectTest}, for tests that want more control: a field
 * with {@code @RegisterExtension} that {@link #of} gives.
 *
 * <p>On a static field there is a fresh tenant per class, on any other one per method. What may be
 * taken as a parameter, {@link DataConnectTest} lists. Runs on JUnit 5 and 6.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class DataConnectExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  private static final Map<Class<?>, Function<TestTenant, Object>> PARAMETERS =
      Map.of(
          DataConnectApp.class, TestTenant::app,
          DataConnect.class, tenant -> tenant.emulated().dataConnect(),
          DataConnectEmulator.class, tenant -> tenant.emulated().emulator(),
          VirtualTime.class, tenant -> tenant.emulated().time(),
          EmulatedDataConnect.class, TestTenant::emulated);

  private final Optional<TestSetup> given;
  private final Namespace namespace = Namespace.create(DataConnectExtension.class, this);

  /** For JUnit, which makes the extension of {@link DataConnectTest}. */
  public DataConnectExtension() {
    this(Optional.empty());
  }

  private DataConnectExtension(Optional<TestSetup> given) {
    this.given = given;
  }

  /**
   * An extension whose tenants are started from a builder, and whose app may read all columns of
   * {@code Message_v1}. The builder is not to be changed after that.
   */
  public static DataConnectExtension of(EmulatedDataConnectBuilder builder) {
    return new DataConnectExtension(Optional.of(TestSetup.of(builder)));
  }

  /** The same with a fresh tenant for each test method. */
  public DataConnectExtension withFreshTenantPerMethod() {
    return new DataConnectExtension(Optional.of(setup().withFresh(FreshTenant.PER_METHOD)));
  }

  /** The same with an app that may read other columns, for everyone. */
  public DataConnectExtension withApp(Selection<?> first, Selection<?>... more) {
    Selection<?>[] others = Arrays.copyOf(more, more.length);
    return new DataConnectExtension(
        Optional.of(setup().withApp(emulated -> emulated.approvedApp(first, others))));
  }

  /** The same with an app of the test's own registration, made for the tenant that it is given. */
  public DataConnectExtension withRegistration(
      Function<EmulatedDataConnect, Registration> registration) {
    Objects.requireNonNull(registration, "registration");
    return new DataConnectExtension(
        Optional.of(
            setup().withApp(emulated -> emulated.approvedApp(registration.apply(emulated)))));
  }

  private TestSetup setup() {
    return given.orElseGet(() -> TestSetup.of(EmulatedDataConnect.builder()));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestSetup setup = given.orElseGet(() -> TestSetup.of(context));
    boolean ownOfTheClass = given.isEmpty() && TestSetup.isSaidOn(context);
    if (setup.fresh() == FreshTenant.PER_CLASS && (ownOfTheClass || tenant(context).isEmpty())) {
      start(setup, context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestSetup setup = given.orElseGet(() -> TestSetup.of(context));
    if (setup.fresh() == FreshTenant.PER_METHOD || tenant(context).isEmpty()) {
      start(setup, context);
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    FaultOrder order = TestSetup.faults(context);
    if (!order.isEmpty()) {
      TestTenant tenant = require(context);
      if (Arrays.asList(context.getRequiredTestMethod().getParameterTypes())
          .contains(DataConnectApp.class)) {
        tenant.makeApp();
      }
      order.addTo(tenant.emulated().emulator().faults());
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    require(context).emulated().emulator().faults().clear();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Function<TestTenant, Object> value = PARAMETERS.get(parameter.getParameter().getType());
    if (value == null) {
      throw new ParameterResolutionException("No Data Connect test has a " + parameter + ".");
    }
    TestTenant tenant = require(context);
    try {
      return value.apply(tenant);
    } catch (RuntimeException e) {
      TenantHistory.attach(tenant, e, context);
      throw e;
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    attachHistory(context, thrown);
    throw thrown;
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    attachHistory(context, thrown);
    throw thrown;
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    attachHistory(context, thrown);
    throw thrown;
  }

  private void attachHistory(ExtensionContext context, Throwable thrown) {
    if (!(thrown instanceof TestAbortedException)) {
      tenant(context).ifPresent(tenant -> TenantHistory.attach(tenant, thrown, context));
    }
  }

  private void start(TestSetup setup, ExtensionContext context) {
    store(context).put(TestTenant.class, new TestTenant(setup));
  }

  private Optional<TestTenant> tenant(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(TestTenant.class, TestTenant.class));
  }

  private TestTenant require(ExtensionContext context) {
    return tenant(context)
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "There is no tenant yet: it is fresh for each test method. Take it as a"
                        + " parameter of a method with @Test or @BeforeEach, or have a tenant per"
                        + " class."));
  }

  private Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }
}
