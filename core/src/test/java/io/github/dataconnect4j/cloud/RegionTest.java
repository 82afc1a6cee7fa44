package io.github.dataconnect4j.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

  @Test
  void isTheSameByNameAndByDisplayName() {
    assertThat(new Region("West Europe")).isEqualTo(Region.WEST_EUROPE).hasToString("westeurope");
    assertThat(new Region("EastUS2")).isEqualTo(Region.EAST_US_2);
  }

  @Test
  void isTheSameInTurkish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(new Region("SOUTH INDIA").name()).isEqualTo("southindia");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "west-europe", "west/europe", "../x", "océan"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> new Region(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an Azure region's name. Write it as in 'westeurope'.");
  }

  @ParameterizedTest
  @CsvSource({
    "westeurope, EUROPE",
    "North Europe, EUROPE",
    "eastus2, NORTH_AMERICA",
    "southeastasia, ASIA_PACIFIC",
    "brazilsouth, BRAZIL",
    "uaenorth, UNITED_ARAB_EMIRATES"
  })
  void belongsToAnOfficeRegion(String region, OfficeRegion office) {
    assertThat(OfficeRegion.of(new Region(region))).contains(office);
  }

  @Test
  void mayBelongToNoOfficeRegion() {
    assertThat(OfficeRegion.of(new Region("southafricanorth"))).isEmpty();
  }

  @Test
  void belongsToOneOfficeRegionOnly() {
    Set<String> seen = new HashSet<>();
    for (OfficeRegion office : OfficeRegion.values()) {
      assertThat(office.azureRegions()).isNotEmpty().allMatch(seen::add);
      for (String name : office.azureRegions()) {
        assertThat(OfficeRegion.of(new Region(name))).contains(office);
      }
    }
  }
}
