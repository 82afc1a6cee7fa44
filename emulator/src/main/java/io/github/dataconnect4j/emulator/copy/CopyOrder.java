package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a copy activity asks for, with every expression evaluated.
 *
 * @param table the name of the dataset on the wire
 * @param tenantId the tenant whose data it is
 * @param reader who reads it
 * @param columns the columns asked for, in order
 * @param scope whose data
 * @param filter the properties that a date window is read from
 * @param runtime what runs the copy
 * @param sink where it goes
 */
record CopyOrder(
    String table,
    String tenantId,
    Principal reader,
    List<String> columns,
    Scope scope,
    JsonNode filter,
    IntegrationRuntime runtime,
    Sink sink) {

  /**
   * A service principal and how it signs in.
   *
   * @param applicationId the client id
   * @param tenantId the tenant it signs in to
   * @param proof what it signs in with
   */
  record Principal(String applicationId, String tenantId, Proof proof) {}

  /** What a service principal signs in with. */
  sealed interface Proof {

    /** A client secret. */
    record Key(Secret value) implements Proof {}

    /**
     * A certificate with its private key.
     *
     * @param pkcs12 the PKCS #12 file in base64
     * @param password its password; empty for none
     */
    record Certificate(Secret pkcs12, Optional<Secret> password) implements Proof {}
  }

  /**
   * The integration runtime.
   *
   * @param name its name
   * @param region where it is: as fixed, or where the sink is; empty if that does not exist
   */
  record IntegrationRuntime(String name, Optional<Region> region) {

    /** Whose mailboxes it reaches. */
    Optional<OfficeRegion> officeRegion() {
      return region.flatMap(OfficeRegion::of);
    }

    @Override
    public String toString() {
      return name + " (" + region.map(Region::name).orElse("unknown") + ")";
    }
  }

  /**
   * Where a copy goes.
   *
   * @param type the type of the activity's sink
   * @param store the type of the linked service
   * @param endpoint as the linked service has it
   * @param account the storage account's name
   * @param container the container
   * @param folder the folder, without slashes at its ends; empty for the container's root
   * @param writer who writes
   */
  record Sink(
      String type,
      String store,
      URI endpoint,
      String account,
      String container,
      String folder,
      Principal writer) {

    URI destination() {
      return SinkEndpoints.folder(endpoint, container, folder);
    }

    /** The path of a file within the container. */
    String path(String file) {
      return folder.isEmpty() ? file : folder + "/" + file;
    }

    /** Whether the activity tells how many rows it copied: one that copies bytes does not. */
    boolean countsRows() {
      return !type.equals("BinarySink");
    }
  }
}
