package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.Cloud;
import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAudienceTest {

  @ParameterizedTest
  @CsvSource({
    "https://store.blob.core.windows.net/c/f, true",
    "https://STORE.blob.core.windows.net/c/f, true",
    "https://store.z12.blob.storage.azure.net/c/f, true",
    "https://store.blob.core.windows.net:443/c/f, true",
    "http://store.blob.core.windows.net/c/f, false",
    "https://blob.core.windows.net/c/f, false",
    "https://store.blob.core.windows.net.evil.example/c, false",
    "https://storeblob.core.windows.net/c, false"
  })
  void admitsTheStorageAccountsOfTheCloud(String url, boolean admitted)
      throws MalformedURLException {
    TokenAudience audience = TokenAudience.blobs(Cloud.AZURE);
    assertThat(audience.admits(URI.create(url).toURL())).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:8443/store/c/f, true",
    "https://127.0.0.1:8444/store/c/f, false",
    "https://localhost:8443/store/c/f, false",
    "https://store.blob.core.windows.net/c/f, false"
  })
  void admitsOneHostWhereAccountsArePaths(String url, boolean admitted)
      throws MalformedURLException {
    Cloud emulator = Cloud.builder("Emulator").blob("https://127.0.0.1:8443/{account}").build();
    assertThat(TokenAudience.blobs(emulator).admits(URI.create(url).toURL())).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://ws.dev.azuresynapse.net/pipelines/p, true",
    "https://ws.dev.azuresynapse.net:443/pipelines/p, true",
    "https://ws.dev.azuresynapse.net:444/pipelines/p, false",
    "http://ws.dev.azuresynapse.net/pipelines/p, false",
    "https://other.dev.azuresynapse.net/pipelines/p, false",
    "https://x.ws.dev.azuresynapse.net/pipelines/p, false"
  })
  void admitsTheOnePlaceOfAService(String url, boolean admitted) throws MalformedURLException {
    TokenAudience audience =
        TokenAudience.only(
            "https://dev.azuresynapse.net", URI.create("https://ws.dev.azuresynapse.net"));
    assertThat(audience.scope()).isEqualTo("https://dev.azuresynapse.net/.default");
    assertThat(audience.admits(URI.create(url).toURL())).isEqualTo(admitted);
  }
}
