package io.github.dataconnect4j.pipeline;

import java.time.Instant;

/**
 * A file in a storage account.
 *
 * <p>Immutable.
 *
 * @param path the whole path within the container
 * @param size in bytes
 * @param etag changes whenever the content does
 * @param lastModified when it last did
 * @since 0.1.0
 */
public record StoredFile(String path, long size, String etag, Instant lastModified) {}
