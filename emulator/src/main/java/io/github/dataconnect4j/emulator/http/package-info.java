/** HTTPS, routing and the record of requests: what all emulated services share. */
@NullMarked
package io.github.dataconnect4j.emulator.http;

import org.jspecify.annotations.NullMarked;
