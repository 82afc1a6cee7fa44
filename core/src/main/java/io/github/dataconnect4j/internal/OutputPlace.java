package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a run's files are to be found, by what is known of the run. */
interface OutputPlace {

  /** How far the storage's clock may be ahead of the host's. */
  Duration CLOCK_SKEW = Duration.ofMinutes(1);

  StoredOutput of(Optional<RunState> run);

  /** The same place, with what the run copies. */
  default OutputPlace with(Copied copied) {
    return run -> of(run).of(() -> copied.of(run));
  }

  /** A folder of the run's own. */
  static OutputPlace own(StoredOutput output) {
    return run -> output;
  }

  /** A folder that other runs write to as well: the run's files are told by their time. */
  static OutputPlace shared(StoredOutput output) {
    return run ->
        output.changedBetween(
            run.map(RunState::startedAt).orElse(Instant.MAX),
            run.flatMap(RunState::endedAt).map(end -> end.plus(CLOCK_SKEW)).orElse(Instant.MAX));
  }
}
