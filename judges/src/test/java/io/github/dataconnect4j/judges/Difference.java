package io.github.dataconnect4j.judges;

/**
 * Where the judges of the contract are known to disagree. Each is expected by name in the contract,
 * and listed in the emulator's README.
 */
enum Difference {
  /** Emulator: blobs that are only staged are not listed, even where they are asked for. */
  UNCOMMITTED_NOT_LISTED("Blobs of staged blocks alone"),
  /** Azurite: a wrong signature is an {@code AuthorizationFailure}. */
  WRONG_SIGNATURE_CODE("A wrong signature"),
  /** Azurite: who shows no credential is refused with 403, and not told where to get one. */
  NO_CHALLENGE("No credential"),
  /** Azurite: a wrong digest is an {@code InvalidOperation}. */
  WRONG_DIGEST_CODE("A wrong digest"),
  /** Azurite: a range that begins at the end of a blob is answered, not refused. */
  RANGE_AT_THE_END("A range that begins at the end"),
  /** Azurite: staged blocks stay when their blob is written in one go. */
  STAGED_BLOCKS_SURVIVE("Staged blocks, after the blob is written in one go"),
  /** Azurite, told to take clients newer than it: takes any version, and answers in its own. */
  ANY_VERSION("Versions");

  /** How the README's table calls it. */
  final String title;

  Difference(String title) {
    this.title = title;
  }
}
