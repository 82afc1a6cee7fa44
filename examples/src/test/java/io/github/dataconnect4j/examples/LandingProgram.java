package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.onboarding.Landing;

/** Applies a landing in a JVM of its own, on the emulator that its environment tells. */
final class LandingProgram {

  private LandingProgram() {}

  /**
   * Ends with 0 when it is applied, and with 3 when another program is said to be at it.
   *
   * @param arguments the backend
   */
  public static void main(String[] arguments) throws Exception {
    EmulatorLines emulator = new EmulatorLines(System.getenv());
    try (DataConnect dataConnect = DataConnect.open(emulator.account())) {
      dataConnect.plan(landing(Backend.valueOf(arguments[0]), emulator.region())).apply();
    } catch (DataConnectException e) {
      if (!e.problem().code().filter("LANDING_HELD"::equals).isPresent()) {
        throw e;
      }
      System.err.println(e.getMessage());
      System.exit(3);
    }
  }

  static Landing landing(Backend backend, Region region) {
    return Landing.in("m365-rg", region)
        .application("email-metrics", "developer@contoso.example")
        .storage(BlobContainer.named("mgdcm365datastore", "m365"))
        .host(backend.named("m365-to-storage"));
  }
}
