package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is let in, by shared keys. */
abstract class AuthorizationContract extends StorageTopic {

  @Test
  void refusesAnotherKey() {
    String other = Base64.getEncoder().encodeToString(new byte[64]);
    refused(
        403,
        differs(Difference.WRONG_SIGNATURE_CODE) ? "AuthorizationFailure" : "AuthenticationFailed",
        () -> judge().blobs(other).listBlobContainers().stream().toList());
  }

  @Test
  void takesNamesThatSortDifferentlyInADictionary() {
    put("a", "1");
    blob("a").setMetadata(Map.of("a_b", "1", "ab", "2", "a1", "3", "a_c", "4"));
    assertThat(blob("a").getProperties().getMetadata()).hasSize(4);
  }

  @Test
  void refusesWhoShowsNothing() {
    try (HttpResponse response = judge().sendUnsigned(HttpMethod.GET, path("a"))) {
      assertThat(response.getStatusCode()).isEqualTo(differs(Difference.NO_CHALLENGE) ? 403 : 401);
      if (!differs(Difference.NO_CHALLENGE)) {
        assertThat(response.getHeaders().getValue(ERROR_CODE))
            .isEqualTo("NoAuthenticationInformation");
        assertThat(header(response, "WWW-Authenticate"))
            .startsWith("Bearer authorization_uri=https://")
            .contains("resource_id=https://storage.azure.com");
      }
    }
  }
}
