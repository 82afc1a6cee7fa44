package io.github.dataconnect4j.cloud;

import java.util.Locale;
import java.util.Objects;

/**
 * An Azure region, such as {@code westeurope}.
 *
 * <p>Regions compare by name. Which of them can extract whose mail is told by {@link OfficeRegion}.
 *
 * <p>Immutable.
 *
 * @param name the name in lower case without blanks
 * @since 0.1.0
 */
public record Region(String name) {

  public static final Region WEST_EUROPE = new Region("westeurope");
  public static final Region NORTH_EUROPE = new Region("northeurope");
  public static final Region EAST_US = new Region("eastus");
  public static final Region EAST_US_2 = new Region("eastus2");
  public static final Region WEST_US_2 = new Region("westus2");
  public static final Region UK_SOUTH = new Region("uksouth");

  /**
   * A region by name or display name: {@code westeurope} and {@code West Europe} are the same.
   *
   * @throws IllegalArgumentException if the name is blank or has other than letters and digits
   */
  public Region {
    name = Objects.requireNonNull(name, "name").replace(" ", "").toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z0-9]+")) {
      throw new IllegalArgumentException(
          "Region '" + name + "' is not an Azure region's name. Write it as in 'westeurope'.");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
