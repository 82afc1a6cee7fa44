package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the tests of a class are given.
 *
 * <p>Immutable.
 *
 * @param builder starts a tenant
 * @param fresh how often
 * @param app makes the app on it
 */
record TestSetup(
    EmulatedDataConnectBuilder builder,
    FreshTenant fresh,
    Function<EmulatedDataConnect, DataConnectApp> app) {

  private static final String MAIL = "Message_v1";

  TestSetup {
    Objects.requireNonNull(builder, "builder");
  }

  static TestSetup of(EmulatedDataConnectBuilder builder) {
    return new TestSetup(builder, FreshTenant.PER_CLASS, emulated -> reading(emulated, MAIL));
  }

  /** What the annotation of the class says, or of the nearest one around it. */
  static TestSetup of(ExtensionContext context) {
    return classes(context).stream()
        .flatMap(one -> annotation(one).stream())
        .findFirst()
        .map(TestSetup::of)
        .orElseGet(() -> of(EmulatedDataConnect.builder()));
  }

  private static TestSetup of(DataConnectTest said) {
    EmulatedDataConnectBuilder builder =
        EmulatedDataConnect.builder()
            .withHost(said.host())
            .withTenant(said.users(), said.messages())
            .withSeed(said.seed());
    String[] datasets = said.reads();
    return new TestSetup(builder, said.fresh(), emulated -> reading(emulated, datasets));
  }

  private static DataConnectApp reading(EmulatedDataConnect emulated, String... datasets) {
    Registration registration =
        Registration.of(emulated.landing()).describedAs(EmulatedDataConnect.DESCRIPTION);
    for (String dataset : datasets) {
      registration = registration.reads(Catalog.builtIn().dataset(dataset).allColumns());
    }
    return emulated.approvedApp(registration);
  }

  /** Whether the class itself is annotated, rather than one around it. */
  static boolean isSaidOn(ExtensionContext context) {
    return annotation(context.getRequiredTestClass()).isPresent();
  }

  /** The faults that the test's classes and its method order. */
  static FaultOrder faults(ExtensionContext context) {
    List<Fault> all = new ArrayList<>();
    for (Class<?> one : classes(context)) {
      all.addAll(AnnotationSupport.findRepeatableAnnotations(one, Fault.class));
    }
    context
        .getTestMethod()
        .ifPresent(
            method -> all.addAll(AnnotationSupport.findRepeatableAnnotations(method, Fault.class)));
    return new FaultOrder(all);
  }

  private static Optional<DataConnectTest> annotation(Class<?> one) {
    return AnnotationSupport.findAnnotation(one, DataConnectTest.class);
  }

  /** The test's class and those around it, from the inside out. */
  private static List<Class<?>> classes(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> one = context.getTestClass().orElse(null);
        one != null;
        one = one.getEnclosingClass()) {
      classes.add(one);
    }
    return classes;
  }

  TestSetup withFresh(FreshTenant other) {
    return new TestSetup(builder, other, app);
  }

  TestSetup withApp(Function<EmulatedDataConnect, DataConnectApp> other) {
    return new TestSetup(builder, fresh, other);
  }
}
