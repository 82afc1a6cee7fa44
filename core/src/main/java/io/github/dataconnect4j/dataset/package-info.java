/**
 * What Data Connect offers: datasets, their columns, and the rules that come with each.
 *
 * <p>Start at {@link io.github.dataconnect4j.dataset.Catalog}.
 */
@NullMarked
package io.github.dataconnect4j.dataset;

import org.jspecify.annotations.NullMarked;
