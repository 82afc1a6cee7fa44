package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.cloud.StorageKind;
import java.net.URI;

/** Where storage accounts answer: an account has an endpoint of each kind. */
@FunctionalInterface
public interface StorageEndpoints {

  URI of(StorageKind kind, String account);
}
