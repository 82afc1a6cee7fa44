package io.github.dataconnect4j.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LandingTest {

  private final Landing landing = landing("m365-rg");

  @Test
  void isValidWithAllItsParts() {
    assertThat(landing.faults()).isEmpty();
    assertThat(landing.requireValid()).isSameAs(landing);
    assertThat(landing.owner()).isEmpty();
    assertThat(landing.application("a", "ana@contoso.com").owner()).contains("ana@contoso.com");
    assertThat(landing.application("a", "ana@contoso.com").application("b").owner()).isEmpty();
    assertThat(landing).hasToString("landing in m365-rg (westeurope)");
  }

  @Test
  void tagsItsApplicationBySubscriptionGroupAndName() {
    assertThat(landing.tag("sub-1")).isEqualTo("dataconnect4j:sub-1/m365-rg/email-metrics");
  }

  @Test
  void stepsLeaveTheLandingTheyStartFromAsItIs() {
    landing.application("other").storage(BlobContainer.named("other", "other"));

    assertThat(landing.application()).isEqualTo("email-metrics");
    assertThat(landing.storage().account()).isEqualTo("mgdcdata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A.b-c_(d)", "0123456789"})
  void takesTheGroupNamesThatAzureTakes(String name) {
    assertThat(landing(name).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ends.", "a/b", "a b", "a?b", "../x", "ä"})
  void refusesGroupNamesThatAzureRefuses(String name) {
    assertThat(landing(name).faults())
        .singleElement()
        .asString()
        .startsWith("Resource group '" + name + "' must be 1 to 90");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " app", "-app", "a/b", "a_b?", "ä"})
  void refusesApplicationNamesThatCannotNameAPipeline(String name) {
    assertThat(landing.application(name).faults())
        .singleElement()
        .asString()
        .startsWith("Application '" + name + "' must be 1 to 80");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(landing("a".repeat(90)).application("a".repeat(80)).faults()).isEmpty();
    assertThat(landing("a".repeat(91)).application("a".repeat(81)).faults()).hasSize(2);
  }

  @Test
  void tellsEveryFaultAtOnce() {
    Landing empty = Landing.in("no/good", Region.WEST_EUROPE);

    assertThatThrownBy(empty::requireValid)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Resource group 'no/good'")
        .hasMessageContaining("no application. Add application(name, owner)")
        .hasMessageContaining("no storage. Add storage(")
        .hasMessageContaining("no host. Add host(");
    assertThat(landing.application("a", " ").faults())
        .singleElement()
        .asString()
        .startsWith("The owner is blank");
  }

  @Test
  void saysWhatIsMissingWhenAskedForIt() {
    Landing empty = Landing.in("m365-rg", Region.WEST_EUROPE);

    assertThatThrownBy(empty::storage)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no storage");
    assertThatThrownBy(empty::host).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(empty::application).isInstanceOf(IllegalStateException.class);
  }

  public static Landing landing(String resourceGroup) {
    return Landing.in(resourceGroup, Region.WEST_EUROPE)
        .application("email-metrics")
        .storage(BlobContainer.named("mgdcdata", "m365"))
        .host(new Nowhere());
  }

  private static final class Nowhere implements PipelineHost {
    @Override
    public String kind() {
      return "Nowhere";
    }

    @Override
    public String name() {
      return "nowhere";
    }

    @Override
    public Set<String> providers() {
      return Set.of();
    }

    @Override
    public Pipelines connect(CloudAccount account, String resourceGroup) {
      throw new AssertionError("a specification calls nothing");
    }
  }
}
