package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Principal;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Proof;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.Artifacts;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import io.github.dataconnect4j.emulator.world.KeyVaults;
import java.util.Optional;

/**
 * Reads from linked services who signs in, and what with. Secrets may stand there, or in a key
 * vault that is referred to.
 *
 * <p>Sources: the connectors' pages for Microsoft 365, Azure Blob Storage and Azure Data Lake
 * Storage Gen2. By them, a certificate for Microsoft 365 may be embedded; one for storage comes
 * from a key vault only.
 */
final class PrincipalReader {

  private final Artifacts artifacts;
  private final KeyVaults keyVaults;

  PrincipalReader(Artifacts artifacts, KeyVaults keyVaults) {
    this.artifacts = artifacts;
    this.keyVaults = keyVaults;
  }

  /** Who reads, by a linked service to Microsoft 365. */
  Principal ofOffice(ResolvedArtifact service) {
    Proof proof =
        isCertificate(service)
            ? new Proof.Certificate(
                secret(service, "servicePrincipalEmbeddedCert")
                    .orElseThrow(() -> missing(service, "certificate")),
                secret(service, "servicePrincipalEmbeddedCertPassword"))
            : new Proof.Key(
                secret(service, "servicePrincipalKey").orElseThrow(() -> missing(service, "key")));
    return principal(service, "servicePrincipalTenantId", proof);
  }

  /** Who writes, by a linked service to a storage account. */
  Principal ofStorage(ResolvedArtifact service) {
    if (isCertificate(service)) {
      CopyBehavior.CERTIFICATE_FOR_STORAGE.observe();
      Secret pkcs12 =
          inVault(service, "servicePrincipalCredential")
              .orElseThrow(
                  () ->
                      CopyFailure.ofDefinition(
                          "Linked service '"
                              + service.artifact().name()
                              + "' has no reference to a key vault in servicePrincipalCredential;"
                              + " a certificate for storage comes from there only."));
      return principal(service, "tenant", new Proof.Certificate(pkcs12, Optional.empty()));
    }
    Secret key =
        secret(service, "servicePrincipalKey")
            .or(() -> secret(service, "servicePrincipalCredential"))
            .orElseThrow(() -> missing(service, "key"));
    return principal(service, "tenant", new Proof.Key(key));
  }

  private static Principal principal(ResolvedArtifact service, String tenant, Proof proof) {
    return new Principal(service.text("servicePrincipalId"), service.text(tenant), proof);
  }

  private static boolean isCertificate(ResolvedArtifact service) {
    return service.text("servicePrincipalCredentialType").equals("ServicePrincipalCert");
  }

  private Optional<Secret> secret(ResolvedArtifact service, String property) {
    return service.secret(property).or(() -> inVault(service, property));
  }

  private Optional<Secret> inVault(ResolvedArtifact service, String property) {
    JsonNode reference = service.properties().path("typeProperties").path(property);
    if (!reference.path("type").asText().equals("AzureKeyVaultSecret")) {
      return Optional.empty();
    }
    CopyBehavior.KEY_VAULTS.observe();
    ResolvedArtifact vault =
        ResolvedArtifact.of(
            artifacts, ArtifactKind.LINKED_SERVICE, reference.path("store"), "linkedService");
    vault.requireType("AzureKeyVault");
    String name = reference.path("secretName").asText();
    String address = vault.text("baseUrl");
    return Optional.of(
        keyVaults.secret(address, name).orElseThrow(() -> CopyFailure.ofKeyVault(address, name)));
  }

  private static CopyFailure missing(ResolvedArtifact service, String what) {
    return CopyFailure.ofLoader(
        "Linked service '"
            + service.artifact().name()
            + "' has no service principal "
            + what
            + "; Data Connect signs in as a service principal only.");
  }
}
