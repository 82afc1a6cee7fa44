package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import java.util.Optional;
import java.util.Set;

/**
 * The versions of the service that a request may name in {@code x-ms-version}.
 *
 * <p>From 2017-11-09, the first that takes tokens, to the newest that a client of Microsoft's was
 * seen to send; from Microsoft's page on versioning and the lists in its clients.
 */
final class ServiceVersion {

  /** The version of an answer to a request that names none. */
  static final String FIRST = "2017-11-09";

  private static final Set<String> RELEASED =
      Set.of(
          FIRST,
          "2018-03-28",
          "2018-11-09",
          "2019-02-02",
          "2019-07-07",
          "2019-10-10",
          "2019-12-12",
          "2020-02-10",
          "2020-04-08",
          "2020-06-12",
          "2020-08-04",
          "2020-10-02",
          "2020-12-06",
          "2021-02-12",
          "2021-04-10",
          "2021-06-08",
          "2021-08-06",
          "2021-10-04",
          "2021-12-02",
          "2022-11-02",
          "2023-01-03",
          "2023-05-03",
          "2023-08-03",
          "2023-11-03",
          "2024-02-04",
          "2024-05-04",
          "2024-08-04",
          "2024-11-04",
          "2025-01-05",
          "2025-05-05",
          "2025-07-05",
          "2025-11-05",
          "2026-02-06",
          "2026-04-06",
          "2026-06-06",
          "2026-10-06");

  private ServiceVersion() {}

  /** The version that a request names; refused if there is no such version. */
  static Optional<String> of(Request request) {
    StorageBehavior.VERSIONS.observe();
    Optional<String> version = request.header("x-ms-version");
    if (version.isPresent() && !RELEASED.contains(version.get())) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
    return version;
  }

  /** The version that an answer is of. */
  static String ofAnswer(Request request) {
    return request.header("x-ms-version").filter(RELEASED::contains).orElse(FIRST);
  }
}
