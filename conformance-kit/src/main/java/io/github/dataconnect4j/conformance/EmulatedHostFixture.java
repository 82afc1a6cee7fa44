package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import java.time.Duration;
import java.util.List;

/**
 * The half of a fixture that is the same for every host whose far side is the emulator.
 *
 * <p>Closing it closes the emulator.
 *
 * @since 0.1.0
 */
public abstract class EmulatedHostFixture extends EmulatedAccountFixture
    implements PipelineHostFixture {

  /**
   * @param emulator such as {@link #smallTenant()}; its administrator must wait to be told
   */
  protected EmulatedHostFixture(DataConnectEmulator emulator) {
    super(emulator);
  }

  @Override
  public int runsPerPage() {
    return 50;
  }

  @Override
  public int pipelinesPerPage() {
    return 50;
  }

  @Override
  public List<String> messages() {
    return emulator().rows(Scene.MESSAGES);
  }

  @Override
  public void showRunsAfter(Duration age) {
    emulator().showRunsAfter(age);
  }
}
