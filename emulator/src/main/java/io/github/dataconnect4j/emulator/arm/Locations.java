package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Region;

/** The {@code location} of a resource. */
public final class Locations {

  private Locations() {}

  /** The location in a body, as ARM shows it: {@code West Europe} becomes {@code westeurope}. */
  public static String of(ObjectNode body) {
    String location = body.path("location").asText();
    if (location.isBlank()) {
      throw ArmErrors.badRequest(
          "LocationRequired", "The location property is required for this definition.");
    }
    try {
      return new Region(location).name();
    } catch (IllegalArgumentException e) {
      throw ArmErrors.badRequest(
          "LocationNotAvailableForResourceType",
          "The provided location '" + location + "' is not available for resource type.");
    }
  }
}
