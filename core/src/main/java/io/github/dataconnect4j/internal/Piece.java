package io.github.dataconnect4j.internal;

import java.util.function.BooleanSupplier;

/**
 * One resource of a landing.
 *
 * @param kind what it is
 * @param name which one
 * @param stands looks whether it is there and as asked for; never changes anything
 * @param make makes it
 */
record Piece(String kind, String name, BooleanSupplier stands, Runnable make) {}
