package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a run has read, seen in the rows that it left. */
abstract class RowBehavior extends Behavior {

  private static final String RECEIVED = "receivedDateTime";
  private static final String CHANGED = "lastModifiedDateTime";

  /** Whose a row is; every row has some of these, asked for or not. */
  private static final List<String> OWNERS = List.of("puser", "pObjectId", "ptenant");

  RowBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void copiesTheAskedColumns() {
    PipelineRun run = run(approved(), copy(RECEIVED, CHANGED, "sender"));

    Set<String> copied = new HashSet<>();
    rows(run).rows().forEach(row -> copied.addAll(row.keySet()));
    OWNERS.forEach(copied::remove);
    Catalog.builtIn().systemColumns().forEach(copied::remove);
    assertThat(copied).containsExactlyInAnyOrder(CHANGED, "sender");
  }

  @Test
  void copiesNothingFromOutsideTheWindow() {
    Instant end = scene().now();
    Instant start = end.minus(Duration.ofDays(30));

    PipelineRun run = run(approved(), copy(RECEIVED, RECEIVED).from(start).until(end));

    assertThat(rows(run).dates(RECEIVED)).allSatisfy(date -> assertWithin(date, start, end));
  }

  @Test
  void copiesEveryRowOfTheWindow() {
    needs(Capability.ROWS);
    Instant end = scene().now();
    Instant start = end.minus(Duration.ofDays(30));
    List<Instant> expected =
        CopiedRows.of(fixture().messages()).dates(RECEIVED).stream()
            .filter(date -> !date.isBefore(start) && date.isBefore(end))
            .toList();

    PipelineRun run = run(approved(), copy(RECEIVED, RECEIVED).from(start).until(end));

    assertThat(rows(run).dates(RECEIVED)).containsAll(expected).hasSameSizeAs(expected);
  }

  @Test
  void filtersByTheAskedDateColumn() {
    DataConnectApp app = approved();
    List<Map<String, Object>> all = rows(run(app, copy(CHANGED, CHANGED, RECEIVED))).rows();
    // A message that came before that instant, and was changed then: no row by the asked column.
    Instant cut =
        all.stream()
            .filter(row -> date(row, RECEIVED).isBefore(date(row, CHANGED)))
            .map(row -> date(row, CHANGED))
            .max(Instant::compareTo)
            .orElseThrow(() -> new AssertionError("No message was changed after it came"));

    PipelineRun run = run(app, copy(CHANGED, CHANGED).until(cut));

    assertThat(rows(run).dates(CHANGED)).allSatisfy(date -> assertThat(date).isBefore(cut));
  }

  @Test
  void copiesTheNextWindowToo() {
    DataConnectApp app = approved();
    Instant last = Collections.max(rows(run(app, copy(RECEIVED, RECEIVED))).dates(RECEIVED));

    PipelineRun earlier = run(app, copy(RECEIVED, RECEIVED).until(last));
    PipelineRun later = run(app, copy(RECEIVED, RECEIVED).from(last).until(scene().now()));

    assertThat(rows(earlier).dates(RECEIVED)).allSatisfy(date -> assertThat(date).isBefore(last));
    assertThat(rows(later).dates(RECEIVED))
        .contains(last)
        .allSatisfy(date -> assertThat(date).isAfterOrEqualTo(last));
  }

  @Test
  void tellsHowMuchItWrote() {
    PipelineRun run = approved().runner().start(copy(RECEIVED, RECEIVED));
    RunReport report = run.await(Scene.LONG);

    RunState state = scene().pipelines().find(run.id()).orElseThrow();
    List<StoredFile> files = run.output().files();
    long bytes = files.stream().mapToLong(StoredFile::size).sum();
    assertThat(report.bytes()).isEqualTo(bytes);
    assertThat(report.files()).isEqualTo(files.size());
    // A service that tells nothing tells nothing wrong.
    assertThat(state.bytesWritten().orElse(bytes)).isEqualTo(bytes);
    assertThat(state.filesWritten().orElse(files.size())).isEqualTo(files.size());
  }

  private DataConnectApp approved() {
    return scene()
        .approved(
            Registration.of(scene().landing)
                .describedAs("Conformance: rows")
                .reads(Scene.MESSAGES.columns(RECEIVED, CHANGED, "sender"), Scope.everyone()));
  }

  private Copy<Row> copy(String dateColumn, String first, String... more) {
    Selection<Row> columns = Scene.MESSAGES.columns(first, more);
    return scene().copy().where(dateColumn).withColumns(columns);
  }

  private static PipelineRun run(DataConnectApp app, Copy<Row> copy) {
    PipelineRun run = app.runner().start(copy);
    run.await(Scene.LONG);
    return run;
  }

  private static CopiedRows rows(PipelineRun run) {
    return CopiedRows.of(run.output());
  }

  private static Instant date(Map<String, Object> row, String column) {
    return CopiedRows.date(row, column);
  }

  private static void assertWithin(Instant date, Instant start, Instant end) {
    assertThat(date).isAfterOrEqualTo(start).isBefore(end);
  }
}
