package io.github.dataconnect4j.onboarding;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.PipelineHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What must exist in Azure and Microsoft Entra before anything can be copied: a resource group, a
 * storage account with a container, a host for pipelines, and an application with an owner.
 *
 * <p>Nothing is looked up or made before {@link DataConnect#plan(Landing)}; what is missing or
 * wrong is told there, all of it at once.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Landing {

  private final String resourceGroup;
  private final Region region;
  private final Optional<String> application;
  private final Optional<String> owner;
  private final Optional<BlobContainer> storage;
  private final Optional<PipelineHost> host;
  private final AppCredential credential;

  private Landing(
      String resourceGroup,
      Region region,
      Optional<String> application,
      Optional<String> owner,
      Optional<BlobContainer> storage,
      Optional<PipelineHost> host,
      AppCredential credential) {
    this.resourceGroup = resourceGroup;
    this.region = region;
    this.application = application;
    this.owner = owner;
    this.storage = storage;
    this.host = host;
    this.credential = credential;
  }

  /**
   * A landing in a resource group.
   *
   * @param resourceGroup its name; it is made if it does not exist
   * @param region where everything is put; it must map to the Office region of the mailboxes, see
   *     {@link OfficeRegion}
   */
  public static Landing in(String resourceGroup, Region region) {
    return new Landing(
        Objects.requireNonNull(resourceGroup, "resourceGroup"),
        Objects.requireNonNull(region, "region"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AppCredential.clientSecret());
  }

  /** The Entra application, owned by the caller, who must then be a person. */
  public Landing application(String name) {
    return new Landing(
        resourceGroup, region, Optional.of(name), Optional.empty(), storage, host, credential);
  }

  /**
   * The Entra application and its owner.
   *
   * @param name the display name
   * @param owner the user principal name or object id of a member of the tenant; never the person
   *     who approves
   */
  public Landing application(String name, String owner) {
    return new Landing(
        resourceGroup, region, Optional.of(name), Optional.of(owner), storage, host, credential);
  }

  /** Where extracts are delivered. */
  public Landing storage(BlobContainer container) {
    return new Landing(
        resourceGroup, region, application, owner, Optional.of(container), host, credential);
  }

  /** What runs the pipelines, such as {@code DataFactory.named("m365-to-storage")}. */
  public Landing host(PipelineHost host) {
    return new Landing(
        resourceGroup, region, application, owner, storage, Optional.of(host), credential);
  }

  /** How the application signs in from the pipelines; a client secret unless said. */
  public Landing credential(AppCredential credential) {
    return new Landing(
        resourceGroup,
        region,
        application,
        owner,
        storage,
        host,
        Objects.requireNonNull(credential, "credential"));
  }

  public String resourceGroup() {
    return resourceGroup;
  }

  public Region region() {
    return region;
  }

  /**
   * The application's display name.
   *
   * @throws IllegalStateException if none is set
   */
  public String application() {
    return application.orElseThrow(() -> new IllegalStateException(faultText()));
  }

  /** The owner; empty for the caller. */
  public Optional<String> owner() {
    return owner;
  }

  /**
   * Where extracts are delivered.
   *
   * @throws IllegalStateException if it is not set
   */
  public BlobContainer storage() {
    return storage.orElseThrow(() -> new IllegalStateException(faultText()));
  }

  /**
   * What runs the pipelines.
   *
   * @throws IllegalStateException if it is not set
   */
  public PipelineHost host() {
    return host.orElseThrow(() -> new IllegalStateException(faultText()));
  }

  /** How the application signs in from the pipelines. */
  public AppCredential credential() {
    return credential;
  }

  /**
   * The tag that the application carries, by which it is found again: names of applications may
   * occur twice in a tenant, and so may resource groups, in two subscriptions of it.
   *
   * @param subscriptionId the subscription that the landing is planned in
   */
  public String tag(String subscriptionId) {
    return "dataconnect4j:" + subscriptionId + "/" + resourceGroup + "/" + application();
  }

  /** What is missing or wrong, each with its cure; empty if nothing is. Calls nothing. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!resourceGroup.matches("[\\w().-]{1,90}") || resourceGroup.endsWith(".")) {
      faults.add(
          "Resource group '"
              + resourceGroup
              + "' must be 1 to 90 letters, digits, '_', '(', ')', '-' or '.', and not end with a"
              + " '.', such as 'm365-rg'.");
    }
    if (OfficeRegion.of(region).isEmpty()) {
      faults.add(
          "Region '"
              + region
              + "' maps to no Office region, and a run there would return nothing. Take one of"
              + " those that OfficeRegion lists.");
    }
    if (application.isEmpty()) {
      faults.add("The landing has no application. Add application(name, owner).");
    } else if (!application.get().matches("[A-Za-z0-9][A-Za-z0-9 _-]{0,79}")) {
      faults.add(
          "Application '"
              + application.get()
              + "' must be 1 to 80 letters, digits, blanks, '_' or '-', and begin with a letter or"
              + " digit, such as 'email-metrics'.");
    }
    if (owner.filter(String::isBlank).isPresent()) {
      faults.add("The owner is blank. Give a user principal name, such as 'ana@contoso.com'.");
    }
    if (storage.isEmpty()) {
      faults.add("The landing has no storage. Add storage(BlobContainer.named(…)).");
    }
    if (host.isEmpty()) {
      faults.add("The landing has no host. Add host(DataFactory.named(…)).");
    }
    return faults;
  }

  /**
   * This landing.
   *
   * @throws IllegalArgumentException if something is missing or wrong; every fault is named
   */
  public Landing requireValid() {
    if (!faults().isEmpty()) {
      throw new IllegalArgumentException(faultText());
    }
    return this;
  }

  private String faultText() {
    return String.join(System.lineSeparator(), faults());
  }

  @Override
  public String toString() {
    return "landing in " + resourceGroup + " (" + region + ")";
  }
}
