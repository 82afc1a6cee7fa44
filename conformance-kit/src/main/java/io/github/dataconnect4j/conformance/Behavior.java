package io.github.dataconnect4j.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What behaviors of one kind share: a scene of their own, made when it is first used. */
abstract class Behavior {

  private final Supplier<PipelineHostFixture> fixtures;
  private @Nullable PipelineHostFixture fixture;
  private @Nullable Scene scene;

  Behavior(Supplier<PipelineHostFixture> fixtures) {
    this.fixtures = fixtures;
  }

  final PipelineHostFixture fixture() {
    PipelineHostFixture made = fixture == null ? fixtures.get() : fixture;
    fixture = made;
    return made;
  }

  final Scene scene() {
    Scene made = scene == null ? new Scene(fixture()) : scene;
    scene = made;
    return made;
  }

  /** Skips the rest, and says why, where one of them is missing. */
  final void needs(Capability... capabilities) {
    for (Capability one : capabilities) {
      assumeTrue(fixture().capabilities().contains(one), one::absence);
    }
  }

  @AfterEach
  void leave() {
    if (scene != null) {
      scene.close();
    }
    if (fixture != null) {
      fixture.restore();
    }
  }
}
