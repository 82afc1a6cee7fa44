package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an integration runtime that was found computes.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class RuntimeRegion {

  private final Optional<String> location;

  private RuntimeRegion(Optional<String> location) {
    this.location = location;
  }

  /**
   * What the service says about it.
   *
   * @param location such as {@code westeurope}, {@code West Europe} or {@code AutoResolve}; null
   *     for a runtime that says nothing
   */
  public static RuntimeRegion of(@Nullable String location) {
    return new RuntimeRegion(
        Optional.ofNullable(location)
            .filter(text -> text.matches("[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*"))
            .map(text -> new Region(text).name()));
  }

  public boolean isFixedTo(Region region) {
    return location.filter(region.name()::equals).isPresent();
  }

  /**
   * Refuses a runtime that is not fixed to a region.
   *
   * @param name the runtime's name
   * @param place where it is, as a message names it
   * @throws ConflictException if it is somewhere else
   */
  public void requireFixedTo(Region region, String name, Object place) {
    if (!isFixedTo(region)) {
      throw new ConflictException(
          Problem.of(
                  "create integration runtime '" + name + "' in " + place,
                  "one of that name exists, and it is "
                      + location.map(at -> "in " + at).orElse("not fixed to a region")
                      + " instead of "
                      + region
                      + ".",
                  "Delete it if nothing uses it, or land in its region.")
              .andId("integrationRuntime", name),
          null);
    }
  }
}
