/**
 * What one run asks for, what an administrator approved, and the eight rules that compare the two.
 *
 * <p>Start at {@link io.github.dataconnect4j.authorization.AuthorizationRules}.
 */
@NullMarked
package io.github.dataconnect4j.authorization;

import org.jspecify.annotations.NullMarked;
