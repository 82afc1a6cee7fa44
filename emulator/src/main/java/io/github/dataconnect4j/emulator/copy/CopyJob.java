package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Sink;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Writes the rows of an extraction, one at a time.
 *
 * <p>Like the service, it splits the owners among parallel jobs that write a file each: one for up
 * to {@value #OWNERS_PER_FILE} owners, four at most. A job without rows writes no file. A row has
 * the columns asked for, in their order, where it has them at all; then whose it is, the tenant,
 * and what system columns it came with.
 */
final class CopyJob {

  static final int OWNERS_PER_FILE = 50;
  static final int MOST_FILES = 4;

  private final CopyWorld world;
  private final Extraction extraction;
  private final Set<String> owners;
  private final Set<String> columns;
  private final int jobs;
  private final Map<Integer, SinkFile> files = new LinkedHashMap<>();
  private long rows;

  CopyJob(CopyWorld world, Extraction extraction, Set<String> owners) {
    this.world = world;
    this.extraction = extraction;
    this.owners = owners;
    CopyBehavior.NUMBER_OF_FILES.observe();
    this.jobs =
        Math.max(1, Math.min(MOST_FILES, (owners.size() + OWNERS_PER_FILE - 1) / OWNERS_PER_FILE));
    CopyBehavior.ORDER_OF_COLUMNS.observe();
    this.columns = new LinkedHashSet<>(extraction.order().columns());
    if (columns.isEmpty()) {
      CopyBehavior.NO_COLUMNS.observe();
    }
    columns.addAll(List.of("puser", "pObjectId", "ptenant"));
    columns.addAll(Catalog.builtIn().systemColumns());
  }

  /**
   * Copies everything.
   *
   * @param wanted whether the copy is still wanted; asked before each row
   * @throws Unwanted when it is not any more: no file of it shows up
   */
  Written run(BooleanSupplier wanted) throws IOException {
    try {
      return write(wanted);
    } finally {
      // Nothing is left to abandon where all went well: those files are closed.
      files.values().forEach(file -> world.blobs().abandon(file.blob()));
    }
  }

  private Written write(BooleanSupplier wanted) throws IOException {
    world.rows().stream(
        extraction.dataset(),
        owners::contains,
        (owner, row) -> {
          if (!wanted.getAsBoolean()) {
            throw new Unwanted();
          }
          take(owner, row);
        });
    if (rows == 0) {
      CopyBehavior.NO_ROWS_NO_FILE.observe();
    }
    long bytes = 0;
    for (SinkFile file : files.values()) {
      bytes += file.close();
    }
    return new Written(bytes, files.size(), rows, jobs);
  }

  private void take(String owner, ObjectNode row) throws IOException {
    if (extraction.window().isPresent() && !extraction.window().get().contains(row)) {
      return;
    }
    int job = Math.floorMod(owner.hashCode(), jobs);
    SinkFile file = files.get(job);
    if (file == null) {
      CopyBehavior.FILES_WITHOUT_EXTENSION.observe();
      file = new SinkFile(create(world.ids().next()));
      files.put(job, file);
    }
    file.add(project(owner, row));
    rows++;
  }

  private OutputStream create(String name) throws IOException {
    Sink sink = extraction.order().sink();
    return world.blobs().create(sink.account(), sink.container(), sink.path(name));
  }

  private ObjectNode project(String owner, ObjectNode row) {
    ScopeKind kind = extraction.dataset().scopeKind();
    if (kind == ScopeKind.USER && !row.has("puser")) {
      row.put("puser", owner);
    }
    if (kind == ScopeKind.GROUP && !row.has("pObjectId")) {
      row.put("pObjectId", owner);
    }
    if (!row.has("ptenant")) {
      row.put("ptenant", extraction.order().tenantId());
    }
    ObjectNode projected = Json.object();
    for (String column : columns) {
      JsonNode value = row.get(column);
      if (value != null) {
        projected.set(column, value);
      }
    }
    return projected;
  }

  /** Writes what describes the run. */
  void describe(ObjectNode metadata) throws IOException {
    try (OutputStream out = create("metadata/JobMetadata")) {
      out.write(Json.bytes(metadata));
    }
  }

  /**
   * What was written.
   *
   * @param bytes the size of all files with rows
   * @param files how many there are
   * @param rows how many rows are in them
   * @param jobs how many jobs shared the work
   */
  record Written(long bytes, int files, long rows, int jobs) {}

  /** Ends a copy that was cancelled meanwhile. */
  static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwanted() {
      super("cancelled", null, false, false);
    }
  }
}
