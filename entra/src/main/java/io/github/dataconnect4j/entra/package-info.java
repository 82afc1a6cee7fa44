/**
 * Microsoft Entra and the audit log, through {@code microsoft-graph}.
 *
 * <p>Start at {@link io.github.dataconnect4j.entra.Entra}. For the class path only: all jars
 * beneath {@code microsoft-graph} claim the module name {@code com.microsoft.kiota}, so that no
 * module path can hold them.
 */
@NullMarked
package io.github.dataconnect4j.entra;

import org.jspecify.annotations.NullMarked;
