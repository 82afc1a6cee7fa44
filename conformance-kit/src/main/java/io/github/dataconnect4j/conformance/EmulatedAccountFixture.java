package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The half of a fixture that is the same for every backend whose far side is the emulator.
 *
 * <p>Closing it closes the emulator.
 *
 * @since 0.1.0
 */
public abstract class EmulatedAccountFixture implements AccountFixture, AutoCloseable {

  /** Posts that ask, and change nothing. */
  private static final List<String> QUESTIONS =
      List.of(
          "/oauth2/",
          "/auditLog/queries",
          "/queryActivityruns",
          "/queryPipelineRuns",
          "/getStatus",
          "/checkNameAvailability",
          "/listKeys",
          "/sign-in");

  // It remembers its latest 10,000 requests: beyond them, writes() would count too few.
  private final DataConnectEmulator emulator;

  /**
   * @param emulator such as {@link #smallTenant()}; its administrator must wait to be told
   */
  protected EmulatedAccountFixture(DataConnectEmulator emulator) {
    this.emulator = Objects.requireNonNull(emulator, "emulator");
  }

  /** An emulator with four people who have five messages each, and an administrator who waits. */
  protected static DataConnectEmulator smallTenant() {
    return DataConnectEmulator.builder()
        .withTenant(4, 5)
        .withAdministrator(AdministratorScript.byHand())
        .start();
  }

  /** The emulator's name for a call, such as {@code Pipelines_CreateRun}. */
  protected String operation(Call call) {
    if (call == Call.CREATE_APPLICATION) {
      return "application-upsert";
    }
    throw new IllegalArgumentException(call + " is a call to a host. Override operation(Call).");
  }

  /** The far side. */
  public final DataConnectEmulator emulator() {
    return emulator;
  }

  @Override
  public Region region() {
    return emulator.region();
  }

  @Override
  public String owner() {
    return emulator.developer();
  }

  /** Has the administrator approve an app's registration as it stands. */
  public void approve(String applicationId) {
    emulator.administrator().approve(applicationId);
  }

  /** Has the administrator decline it; what was approved before ends with it. */
  public void decline(String applicationId, String reason) {
    emulator.administrator().decline(applicationId, reason);
  }

  @Override
  public int writes() {
    return (int) emulator.requests().stream().filter(EmulatedAccountFixture::isWrite).count();
  }

  private static boolean isWrite(RecordedRequest request) {
    return !request.method().equals("GET")
        && !request.method().equals("HEAD")
        && QUESTIONS.stream().noneMatch(request.target()::contains);
  }

  @Override
  public void order(Call call, Trouble trouble) {
    Fault fault =
        switch (trouble.kind()) {
          case THROTTLED -> Fault.throttled(trouble.retryAfter());
          case REQUEST_LOST -> Fault.lostRequest();
          case ANSWER_LOST -> Fault.lostAnswer();
        };
    emulator.faults().add(operation(call), fault);
  }

  @Override
  public void advance(Duration duration) {
    emulator.time().advance(duration);
  }

  @Override
  public void restore() {
    emulator.faults().clear();
    emulator.showRunsAfter(Duration.ZERO);
    emulator.administrator().switchOnDataConnect();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
