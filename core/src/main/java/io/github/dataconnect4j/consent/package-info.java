/**
 * What an administrator is asked, and what he decided.
 *
 * <p>Start at {@link io.github.dataconnect4j.consent.ConsentRequest}.
 */
@NullMarked
package io.github.dataconnect4j.consent;

import org.jspecify.annotations.NullMarked;
