package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.onboarding.LandingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan over the pieces of a landing. */
final class GroundPlan implements LandingPlan {

  private static final Logger LOG = LoggerFactory.getLogger(GroundPlan.class);

  private final List<Piece> pieces;
  private final List<Step> steps;
  private final List<Consumer<Step>> listeners = new CopyOnWriteArrayList<>();

  GroundPlan(List<Piece> pieces) {
    this.pieces = pieces;
    this.steps = pieces.stream().map(piece -> step(piece, piece.stands().getAsBoolean())).toList();
  }

  @Override
  public List<Step> steps() {
    return steps;
  }

  @Override
  public LandingPlan onStep(Consumer<Step> listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  @Override
  public List<Step> apply() {
    List<Step> done = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean stands = piece.stands().getAsBoolean();
      if (!stands) {
        piece.make().run();
        LOG.info("made kind=\"{}\" name={}", piece.kind(), piece.name());
      }
      Step step = step(piece, stands);
      done.add(step);
      listeners.forEach(listener -> listener.accept(step));
    }
    return List.copyOf(done);
  }

  private static Step step(Piece piece, boolean stands) {
    return new Step(piece.kind(), piece.name(), stands ? Change.KEEP : Change.CREATE);
  }

  @Override
  public String toString() {
    return text();
  }
}
