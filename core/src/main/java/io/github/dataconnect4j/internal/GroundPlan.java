package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.onboarding.LandingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan over the pieces of a landing: one look when it is made, and one when it is applied. */
final class GroundPlan implements LandingPlan {

  private static final Logger LOG = LoggerFactory.getLogger(GroundPlan.class);

  private final List<Piece<?>> pieces;
  private final List<Step> steps;
  private final List<Consumer<Step>> listeners = new CopyOnWriteArrayList<>();

  GroundPlan(List<Piece<?>> pieces) {
    this.pieces = List.copyOf(pieces);
    Survey survey = Survey.of(pieces);
    this.steps = pieces.stream().map(piece -> step(piece, survey.finding(piece))).toList();
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
    Survey survey = Survey.of(pieces);
    for (Piece<?> piece : pieces) {
      Step step = step(piece, survey.finding(piece));
      if (!survey.stands(piece)) {
        survey = made(piece, survey);
        LOG.info("made kind=\"{}\" name={}", piece.kind(), piece.name());
      }
      done.add(step);
      listeners.forEach(listener -> listener.accept(step));
    }
    return List.copyOf(done);
  }

  private static <T> Survey made(Piece<T> piece, Survey survey) {
    return survey.withMade(piece, piece.make(survey));
  }

  private static Step step(Piece<?> piece, Finding<?> finding) {
    return new Step(
        piece.kind(), piece.name(), finding.stands() ? Change.KEEP : Change.CREATE, finding.why());
  }

  @Override
  public String toString() {
    return text();
  }
}
