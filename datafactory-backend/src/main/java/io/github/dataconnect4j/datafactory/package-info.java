/**
 * Pipelines on Azure Data Factory.
 *
 * <p>Start at {@link io.github.dataconnect4j.datafactory.DataFactory}.
 */
@NullMarked
package io.github.dataconnect4j.datafactory;

import org.jspecify.annotations.NullMarked;
