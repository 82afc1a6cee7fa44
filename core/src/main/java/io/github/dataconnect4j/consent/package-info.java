/**
 * What an administrator is asked, what he approved, and whether a run keeps within it.
 *
 * <p>Start at {@link io.github.dataconnect4j.consent.ConsentRequest}; the rules are in {@link
 * io.github.dataconnect4j.consent.AuthorizationRules}.
 */
@NullMarked
package io.github.dataconnect4j.consent;

import org.jspecify.annotations.NullMarked;
