package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.datafactory.Invocation;
import io.github.dataconnect4j.emulator.datafactory.Recurrence;
import io.github.dataconnect4j.emulator.datafactory.Run;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires schedule triggers as the emulator's time goes by: each firing plans the next.
 *
 * <p>Thread-safe; the firings themselves run on the thread that moves the time.
 */
final class TriggerClock {

  private static final Logger LOG = LoggerFactory.getLogger(TriggerClock.class);

  private final EmulatorTime time;
  private final Ids ids;
  private final BiConsumer<Factory, Run> runner;

  /**
   * @param runner takes a run that has just been made
   */
  TriggerClock(EmulatorTime time, Ids ids, BiConsumer<Factory, Run> runner) {
    this.time = time;
    this.ids = ids;
    this.runner = runner;
  }

  void start(Factory factory, Artifact trigger) {
    Recurrence recurrence = Recurrence.of(trigger.properties());
    plan(new Started(factory, trigger, recurrence), recurrence.first(time.now()));
  }

  private void plan(Started started, Optional<Instant> next) {
    next.ifPresent(
        due -> time.schedule(Duration.between(time.now(), due), () -> fire(started, due)));
  }

  private void fire(Started started, Instant due) {
    if (!started.stillRuns()) {
      return;
    }
    ObjectNode properties = started.trigger.properties();
    Invocation invocation =
        new Invocation(
            ids.next().replace("-", ""), started.trigger.name(), properties.path("type").asText());
    LOG.info("trigger fires trigger={} scheduled={}", invocation.name(), due);
    for (JsonNode one : properties.path("pipelines")) {
      startPipeline(started, invocation, one, due);
    }
    plan(started, started.recurrence.after(due));
  }

  // What one pipeline lacks must not keep the others from starting, nor the trigger from going on.
  private void startPipeline(Started started, Invocation invocation, JsonNode entry, Instant due) {
    String name = entry.at("/pipelineReference/referenceName").asText();
    ServiceBehavior.DATA_FACTORY_TRIGGER_INVOKED_BY.observe();
    try {
      ObjectNode scope = Json.object();
      scope.put("scheduledTime", due.toString()).put("startTime", time.now().toString());
      JsonNode given = new Expressions(Map.of("trigger", scope)).evaluate(entry.path("parameters"));
      Factory factory = started.factory;
      Artifact pipeline = factory.artifacts().require(ArtifactKind.PIPELINE, name);
      ObjectNode parameters = given instanceof ObjectNode object ? object : Json.object();
      runner.accept(factory, factory.runs().create(pipeline, parameters, invocation));
    } catch (RuntimeException e) {
      LOG.warn(
          "trigger could not start a pipeline trigger={} pipeline={}", invocation.name(), name, e);
    }
  }

  /** A trigger as it was started. Its etag is another when it was stopped, or started anew. */
  private record Started(Factory factory, Artifact trigger, Recurrence recurrence) {
    boolean stillRuns() {
      return factory
          .artifacts()
          .find(ArtifactKind.TRIGGER, trigger.name())
          .filter(now -> now.etag().equals(trigger.etag()))
          .isPresent();
    }
  }
}
