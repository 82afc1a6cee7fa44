package io.github.dataconnect4j.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {

  @Test
  void knowsWhereAzureIs() {
    assertThat(Cloud.AZURE.authority()).isEqualTo(URI.create("https://login.microsoftonline.com"));
    assertThat(Cloud.AZURE.resourceManager()).isEqualTo(URI.create("https://management.azure.com"));
    assertThat(Cloud.AZURE.graph()).isEqualTo(URI.create("https://graph.microsoft.com/v1.0"));
    assertThat(Cloud.AZURE.graphAudience()).isEqualTo("https://graph.microsoft.com");
    assertThat(Cloud.AZURE.blob("mgdcdata"))
        .isEqualTo(URI.create("https://mgdcdata.blob.core.windows.net"));
    assertThat(Cloud.AZURE.dataLake("mgdcdata"))
        .isEqualTo(URI.create("https://mgdcdata.dfs.core.windows.net"));
    assertThat(Cloud.AZURE.portal()).as("a person registers there").isEmpty();
    assertThat(Cloud.AZURE.trust()).isEmpty();
    assertThat(Cloud.AZURE.time()).isSameAs(TimeSource.system());
    assertThat(Cloud.AZURE).hasToString("Azure");
  }

  @Test
  void keepsTheSovereignCloudsApart() {
    assertThat(List.of(Cloud.AZURE, Cloud.AZURE_US_GOVERNMENT, Cloud.AZURE_CHINA))
        .extracting(Cloud::authority)
        .doesNotHaveDuplicates();
    assertThat(Cloud.AZURE_CHINA.blob("a")).hasHost("a.blob.core.chinacloudapi.cn");
    assertThat(Cloud.AZURE_CHINA.dataLake("a")).hasHost("a.dfs.core.chinacloudapi.cn");
    assertThat(Cloud.AZURE_US_GOVERNMENT.dataLake("a")).hasHost("a.dfs.core.usgovcloudapi.net");
    assertThat(Cloud.AZURE_US_GOVERNMENT.resourceManagerAudience())
        .isEqualTo("https://management.usgovcloudapi.net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8443", "ftp://localhost", "HTTP://localhost"})
  void sendsTokensOverHttpsOnly(String endpoint) {
    List<Consumer<Cloud.Builder>> settings =
        List.of(
            builder -> builder.authority(endpoint),
            builder -> builder.resourceManager(endpoint, "audience"),
            builder -> builder.graph(endpoint, "audience"),
            builder -> builder.blob(endpoint + "/{account}"),
            builder -> builder.dataLake(endpoint + "/{account}"),
            builder -> builder.portal(endpoint));

    for (Consumer<Cloud.Builder> setting : settings) {
      assertThatThrownBy(() -> setting.accept(Cloud.builder("mine")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + endpoint)
          .hasMessageContaining("is not https");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "https:localhost", "https:///path"})
  void needsAHost(String endpoint) {
    assertThatThrownBy(() -> Cloud.builder("mine").authority(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Endpoint '" + endpoint + "' names no host");
  }

  @Test
  void needsThePlaceOfTheAccountInItsStorageEndpoints() {
    assertThat(Cloud.builder("mine").blob("https://localhost:10000/{account}").build().blob("data"))
        .isEqualTo(URI.create("https://localhost:10000/data"));
    assertThatThrownBy(() -> Cloud.builder("mine").blob("https://localhost:10000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Blob endpoint 'https://localhost:10000' is the same for every");
    Cloud mine = Cloud.builder("mine").dataLake("https://localhost:10000/{account}").build();
    assertThat(mine.with(new HandMovedTime(), new Random(1)).dataLake("data"))
        .isEqualTo(URI.create("https://localhost:10000/data"));
    assertThatThrownBy(() -> Cloud.builder("mine").dataLake("https://localhost:10000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Data Lake Storage endpoint 'https://localhost:10000' is the same");
  }

  @Test
  void saysWhichEndpointIsNotSet() {
    Cloud mine = Cloud.builder("mine").build();

    assertThatThrownBy(mine::authority)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no authority endpoint");
    assertThatThrownBy(mine::graph)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no graph endpoint");
  }

  @Test
  void asksForSynapseTokensAsPublicAzureDoesUnlessTold() {
    assertThat(Cloud.AZURE.synapseAudience()).isEqualTo("https://dev.azuresynapse.net");
    assertThat(Cloud.builder("mine").build().synapseAudience())
        .isEqualTo("https://dev.azuresynapse.net");
    Cloud mine = Cloud.builder("mine").synapseAudience("https://synapse.example").build();
    assertThat(mine.synapseAudience()).isEqualTo("https://synapse.example");
    assertThat(mine.with(new HandMovedTime(), new Random(1)).synapseAudience())
        .isEqualTo("https://synapse.example");
  }

  @Test
  void isNotChangedByItsBuilderAfterwards() {
    Cloud.Builder builder = Cloud.builder("mine").authority("https://one.example");
    Cloud mine = builder.build();
    builder.authority("https://two.example");

    assertThat(mine.authority()).hasHost("one.example");
    assertThat(builder.build().authority()).hasHost("two.example");
  }

  @Test
  void givesTheSameCloudWithAnotherClock() {
    HandMovedTime time = new HandMovedTime();
    Random chance = new Random(1);

    Cloud other = Cloud.AZURE.with(time, chance);

    assertThat(other.time()).isSameAs(time);
    assertThat(other.chance()).isSameAs(chance);
    assertThat(other.authority()).isEqualTo(Cloud.AZURE.authority());
    assertThat(other.name()).isEqualTo("Azure");
    assertThat(Cloud.AZURE.time()).isNotSameAs(time);
  }
}
