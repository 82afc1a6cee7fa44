package io.github.dataconnect4j.judges;

/**
 * Where the judges of the contract are known to disagree. Each is expected by name in the contract,
 * and listed in the emulator's README.
 */
enum Difference {
  ;
}
