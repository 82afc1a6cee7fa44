package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import java.util.Optional;

/**
 * An order that may run.
 *
 * @param order the order
 * @param dataset its table
 * @param request what was judged
 * @param window the rows by date; empty for all
 */
record Extraction(
    CopyOrder order, Dataset<Row> dataset, AccessRequest request, Optional<DateWindow> window) {}
