package io.github.dataconnect4j.planted.upper;

import io.github.dataconnect4j.planted.lower.Lower;

/** Stands on {@link Lower}, as it may. */
public record Upper(Lower beneath) {}
