package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class an emulated tenant of Microsoft 365, and Data Connect on it.
 *
 * <p>Methods, and with a tenant per class constructors too, may take as parameters:
 *
 * <ul>
 *   <li>{@link DataConnectApp}: registered for the columns that {@link #reads()} says, and approved
 *   <li>{@link DataConnect}, open on the emulator
 *   <li>{@link DataConnectEmulator}: its administrator, its faults, the requests that it answered
 *   <li>{@link VirtualTime}: the emulator's clock, which skips while the code under test waits
 *   <li>{@link EmulatedDataConnect}: all of these, a landing that fits, and what is not here
 * </ul>
 *
 * <p>When a test fails, the tenant's history is published with it. Classes may run in parallel.
 * {@link DataConnectExtension#of} gives more control.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DataConnectExtension.class)
public @interface DataConnectTest {

  /** What runs the pipelines. */
  HostKind host() default HostKind.DATA_FACTORY;

  /** How often there is a fresh tenant. */
  FreshTenant fresh() default FreshTenant.PER_CLASS;

  /** What the app is registered for: datasets of the catalog, with all their columns. */
  String[] reads() default "Message_v1";

  /** How many people the synthetic tenant has. */
  int users() default EmulatedDataConnectBuilder.USERS;

  /** How many messages each mailbox has. */
  int messages() default EmulatedDataConnectBuilder.MESSAGES;

  /** What ids and synthetic data are made from. The same seed makes the same data. */
  long seed() default EmulatedDataConnectBuilder.SEED;
}
