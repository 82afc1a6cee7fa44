package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pipelines as they are described, above all those that a person made. */
abstract class MadeByHandBehavior extends Behavior {

  MadeByHandBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void describesAPipelineMadeByHand() {
    needs(Capability.HAND);
    scene().applied();

    FoundPipeline expected = fixture().writePipelineByHand(scene().landing, "by hand");

    assertThat(scene().pipelines().describe("by hand").map(MadeByHandBehavior::shown))
        .contains(shown(expected));
    assertThat(expected.parameters()).isNotEmpty();
    assertThat(expected.copies())
        .flatExtracting(copy -> copy.sink().parts())
        .extracting(part -> part.kind())
        .contains(Part.Kind.TEXT, Part.Kind.PARAMETER, Part.Kind.RUN_ID);
  }

  @Test
  void describesTheColumnsOfAPipeline() {
    PipelineRun run = scene().approved().runner().start(scene().copy());
    String pipeline = scene().pipelines().find(run.id()).orElseThrow().pipeline();

    assertThat(scene().pipelines().describe(pipeline).orElseThrow().copies())
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.dataset()).isEqualTo(Scene.MESSAGES.name());
              assertThat(copy.columns()).containsExactlyInAnyOrder("sender", "receivedDateTime");
            });
  }

  @Test
  void knowsNoPipelineThatIsNotThere() {
    scene().applied();

    assertThat(scene().pipelines().describe("none")).isEmpty();
  }

  @Test
  void namesThePipelinesOfThreePages() {
    needs(Capability.HAND);
    scene().applied();
    List<String> names =
        IntStream.rangeClosed(0, 2 * fixture().pipelinesPerPage())
            .mapToObj(i -> "hand" + i)
            .toList();
    fixture().writePipelinesByHand(scene().landing, names);

    try (Stream<String> found = scene().pipelines().names()) {
      assertThat(found).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  /** In words: where one text of a path ends and the next begins means nothing. */
  private static String shown(FoundPipeline pipeline) {
    return pipeline.name()
        + pipeline.parameters()
        + pipeline.copies().stream()
            .map(
                copy ->
                    copy.activity()
                        + " of "
                        + copy.columns()
                        + " in "
                        + copy.dataset()
                        + " to "
                        + shown(copy.sink()))
            .toList();
  }

  private static String shown(SinkPath path) {
    return path.parts().stream()
        .map(part -> part.kind() == Part.Kind.TEXT ? part.text() : "{" + part + "}")
        .collect(Collectors.joining());
  }
}
