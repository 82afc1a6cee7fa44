package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions of the service a request may name. */
abstract class VersionsContract extends StorageTopic {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-12-12",
        "2021-06-08",
        "2023-11-03",
        "2025-11-05",
        "2026-04-06",
        "2026-10-06"
      })
  void thatWereReleasedPass(String version) {
    try (HttpResponse response = list(version)) {
      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(header(response, "x-ms-version"))
          .isEqualTo(differs(Difference.ANY_VERSION) ? "2025-11-05" : version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30", "2024-05-05", "newest"})
  void thatWereNotAreRefused(String version) {
    try (HttpResponse response = list(version)) {
      if (differs(Difference.ANY_VERSION)) {
        assertThat(response.getStatusCode()).isEqualTo(200);
      } else {
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getHeaders().getValue(ERROR_CODE)).isEqualTo("InvalidHeaderValue");
      }
    }
  }

  private HttpResponse list(String version) {
    return judge()
        .send(HttpMethod.GET, "/?comp=list", BinaryData.fromString(""), "x-ms-version", version);
  }
}
