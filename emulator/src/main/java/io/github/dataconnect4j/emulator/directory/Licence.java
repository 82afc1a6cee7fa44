package io.github.dataconnect4j.emulator.directory;

/**
 * A licence that the tenant has bought.
 *
 * @param skuId the product's id
 * @param skuPartNumber the product's short name
 */
public record Licence(String skuId, String skuPartNumber) {

  public static final Licence MICROSOFT_365_E5 =
      new Licence("06ebc4ee-1bb5-47dd-8120-11324bc54e06", "SPE_E5");

  public static final Licence MICROSOFT_365_E3 =
      new Licence("05e9a617-0261-4cee-bb44-138d3ef5d965", "SPE_E3");
}
