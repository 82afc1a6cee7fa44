package io.github.dataconnect4j.judges;

/**
 * Where the judges of the contract are known to disagree. Each is expected by name in the contract,
 * and listed in the emulator's README.
 */
enum Difference {
  METADATA_NAMES_IN_LOWER_CASE,
  UNCOMMITTED_NOT_LISTED,
  BLOCK_ID_CODE,
  PAGE_OF_NOTHING,
  WRONG_SIGNATURE_CODE,
  NO_CHALLENGE,
  ANY_VERSION
}
