/**
 * What must exist before the first row: the landing, the registration, the registered app.
 *
 * <p>Start at {@link io.github.dataconnect4j.onboarding.Landing}.
 */
@NullMarked
package io.github.dataconnect4j.onboarding;

import org.jspecify.annotations.NullMarked;
