/**
 * Azure Storage's blobs: {@link io.github.dataconnect4j.emulator.blob.BlobStore} keeps them, {@link
 * io.github.dataconnect4j.emulator.blob.BlobService} serves them over HTTP.
 */
@NullMarked
package io.github.dataconnect4j.emulator.blob;

import org.jspecify.annotations.NullMarked;
