package io.github.dataconnect4j.conformance;

import org.junit.jupiter.api.Nested;

/**
 * What every {@link io.github.dataconnect4j.spi.PipelineHost} and its {@link
 * io.github.dataconnect4j.spi.Pipelines} must do, seen through the library itself: each behavior is
 * a test, and they are nested by what they are about.
 *
 * <p>The author of a host writes a class that extends this one and gives it a {@link
 * PipelineHostFixture}. Behaviors that the fixture's {@link Capability capabilities} do not reach
 * are reported as skipped, with the reason.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class PipelineHostContract {

  /** For subclasses. */
  protected PipelineHostContract() {}

  /** The host under test. Asked for once by each behavior; it may be the same every time. */
  protected abstract PipelineHostFixture fixture();

  @Nested
  class Provisioning extends ProvisioningBehavior {
    Provisioning() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class ChangesByHand extends ChangeByHandBehavior {
    ChangesByHand() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class Runs extends RunBehavior {
    Runs() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class Rows extends RowBehavior {
    Rows() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class Failures extends FailureBehavior {
    Failures() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class LostAndLate extends LostAndLateBehavior {
    LostAndLate() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class Throttling extends ThrottlingBehavior {
    Throttling() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class Values extends ValueBehavior {
    Values() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class SinksAndCredentials extends SinkAndCredentialBehavior {
    SinksAndCredentials() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class MadeByHand extends MadeByHandBehavior {
    MadeByHand() {
      super(PipelineHostContract.this::fixture);
    }
  }

  @Nested
  class WithoutACapability extends RefusalBehavior {
    WithoutACapability() {
      super(PipelineHostContract.this::fixture);
    }
  }
}
