package io.github.dataconnect4j.emulator.datafactory;

import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.util.function.Function;

/** What a data factory's triggers do beyond what all artifacts do. */
final class TriggerRoutes {

  private final Function<Path, Factory> factories;
  private final TriggerCalls calls;

  TriggerRoutes(Function<Path, Factory> factories, TriggerCalls calls) {
    this.factories = factories;
    this.calls = calls;
  }

  void addTo(Routes routes, String factory) {
    String trigger = factory + "/" + ArtifactKind.TRIGGER.segment() + "/{name}";
    routes
        .on(
            "POST",
            trigger + "/start",
            Reference.DATA_FACTORY.operation("Triggers_Start"),
            (request, path) -> done(calls.start(factories.apply(path), path.get("name"))))
        .on(
            "POST",
            trigger + "/stop",
            Reference.DATA_FACTORY.operation("Triggers_Stop"),
            (request, path) -> done(calls.stop(factories.apply(path), path.get("name"))));
  }

  private static Response done(Artifact trigger) {
    ServiceBehavior.DATA_FACTORY_TRIGGER_AT_ONCE.observe();
    return Response.json(200, trigger.properties().objectNode());
  }
}
