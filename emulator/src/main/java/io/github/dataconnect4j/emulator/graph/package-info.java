/**
 * Microsoft Graph, as far as Data Connect's onboarding calls it. {@link
 * io.github.dataconnect4j.emulator.graph.GraphService} is where to start.
 */
@NullMarked
package io.github.dataconnect4j.emulator.graph;

import org.jspecify.annotations.NullMarked;
