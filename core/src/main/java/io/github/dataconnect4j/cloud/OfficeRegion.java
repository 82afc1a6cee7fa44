package io.github.dataconnect4j.cloud;

import java.util.List;
import java.util.Optional;

/**
 * Where Microsoft 365 keeps a mailbox, and the Azure regions from which it can be extracted.
 *
 * <p>A run returns only the users of the Office region that the Azure region of its integration
 * runtime belongs to; with another region it succeeds and returns nothing.
 *
 * <p>Source: {@code data-connect-datasets.md} and {@code data-connect-troubleshooting.md}
 * (2024-11-07) of {@code microsoftgraph/microsoft-graph-docs-contrib}.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum OfficeRegion {
  ASIA_PACIFIC("eastasia", "southeastasia"),
  AUSTRALIA("australiaeast", "australiasoutheast"),
  EUROPE("northeurope", "westeurope"),
  NORTH_AMERICA(
      "centralus",
      "eastus",
      "eastus2",
      "northcentralus",
      "southcentralus",
      "westcentralus",
      "westus",
      "westus2"),
  /** Absent from the troubleshooting page, present on the dataset page. */
  BRAZIL("brazilsouth"),
  UNITED_KINGDOM("uksouth", "ukwest"),
  CANADA("canadacentral", "canadaeast"),
  JAPAN("japanwest", "japaneast"),
  INDIA("southindia", "centralindia"),
  KOREA("koreacentral", "koreasouth"),
  SWITZERLAND("switzerlandnorth"),
  GERMANY("germanywestcentral"),
  NORWAY("norwayeast"),
  FRANCE("francecentral"),
  UNITED_ARAB_EMIRATES("uaenorth");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> azureRegions;

  OfficeRegion(String... azureRegions) {
    this.azureRegions = List.of(azureRegions);
  }

  /** The names of the Azure regions that map to this Office region. */
  public List<String> azureRegions() {
    return azureRegions;
  }

  /** The Office region that an Azure region maps to; empty where no page lists it. */
  public static Optional<OfficeRegion> of(Region region) {
    for (OfficeRegion office : values()) {
      if (office.azureRegions.contains(region.name())) {
        return Optional.of(office);
      }
    }
    return Optional.empty();
  }
}
