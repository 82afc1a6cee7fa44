package io.github.dataconnect4j.emulator.entra;

import io.github.dataconnect4j.cloud.Secret;
import java.time.Instant;

/**
 * A token just issued.
 *
 * @param value what goes behind {@code Bearer}
 * @param expiresAt when it lapses, on the machine's clock
 */
public record AccessToken(Secret value, Instant expiresAt) {}
