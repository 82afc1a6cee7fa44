package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.dataset.Dataset;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * The tenant's data, made or read anew each time, never held whole.
 *
 * @since 0.1.0
 */
public interface TenantRows {

  /**
   * Streams the rows of a dataset, in an order that is the same each time.
   *
   * @param dataset which
   * @param owner tells by object id whose rows are wanted: users, or groups for group datasets; not
   *     asked for tenant datasets
   * @param taker takes each row with all its columns, system columns included
   */
  void stream(Dataset<?> dataset, Predicate<String> owner, Taker taker) throws IOException;

  /** Takes rows. */
  @FunctionalInterface
  interface Taker {

    /**
     * @param ownerId whose row it is; empty for tenant datasets
     * @param row the row, which the taker may change
     */
    void take(String ownerId, ObjectNode row) throws IOException;
  }
}
