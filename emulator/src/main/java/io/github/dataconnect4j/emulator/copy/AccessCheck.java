package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Principal;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Proof;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Sink;
import io.github.dataconnect4j.emulator.directory.KeyCredential;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.emulator.world.StorageAccounts.Account;
import io.github.dataconnect4j.shared.ServiceDetail;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a copy may run, asked in this order: is Data Connect on, do the service principals sign
 * in, is there such a table, do the eight rules allow it, does the window fit the table. Whether
 * the sink can be written to is asked later, when the copy gets there.
 */
final class AccessCheck {

  private static final Set<String> BLOB_WRITERS =
      BuiltInRole.ids(
          BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, BuiltInRole.STORAGE_BLOB_DATA_OWNER);

  private final CopyWorld world;
  private final SinkEndpoints endpoints;

  AccessCheck(CopyWorld world, SinkEndpoints endpoints) {
    this.world = world;
    this.endpoints = endpoints;
  }

  /**
   * Judges an order.
   *
   * @throws CopyFailure if it may not run
   */
  Extraction check(CopyOrder order) {
    if (!world.consents().isDataConnectOn()) {
      CopyBehavior.OFF_FAILS_RUN.observe();
      throw CopyFailure.ofLoader(
          "Microsoft Graph Data Connect is switched off for tenant " + order.tenantId() + ".");
    }
    signIn(order.reader());
    signIn(order.sink().writer());
    Dataset<Row> dataset =
        Catalog.builtIn()
            .find(order.table())
            .orElseThrow(
                () -> CopyFailure.ofLoader("Data Connect has no table '" + order.table() + "'."));
    AccessRequest request = request(order);
    CopyBehavior.ORDER_OF_RULES.observe();
    CopyBehavior.JUDGED_ONCE.observe();
    Verdict verdict =
        AuthorizationRules.judge(
            request,
            world.consents().inForce(order.reader().applicationId()).map(this::canonical),
            world.time().now());
    if (!verdict.isAllowed()) {
      CopyBehavior.TEXTS_OF_RULES.observe();
      throw CopyFailure.ofLoader(ServiceDetail.write(verdict));
    }
    return new Extraction(order, dataset, request, DateWindow.of(dataset, order.filter()));
  }

  private void signIn(Principal principal) {
    String id = principal.applicationId();
    if (!world.applications().applicationExists(id)) {
      throw CopyFailure.ofLoader(
          "AADSTS700016: Application with identifier '"
              + id
              + "' was not found in the directory '"
              + principal.tenantId()
              + "'.");
    }
    if (principal.proof() instanceof Proof.Certificate certificate) {
      signIn(id, certificate);
    } else if (principal.proof() instanceof Proof.Key key
        && !world.applications().accepts(id, key.value().reveal())) {
      throw CopyFailure.ofLoader(
          "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the"
              + " request is the client secret value, not the client secret ID, for a secret added"
              + " to app '"
              + id
              + "'.");
    }
  }

  private void signIn(String id, Proof.Certificate proof) {
    X509Certificate certificate = EmbeddedCertificate.open(proof, id);
    if (!world.applications().accepts(id, certificate)) {
      throw CopyFailure.ofLoader(
          "AADSTS700027: The certificate with identifier used to sign the client assertion is not"
              + " registered on application. [Reason - The key was not found or has expired.,"
              + " Thumbprint of key used by client: '"
              + KeyCredential.thumbprint(certificate)
              + "', application '"
              + id
              + "']");
    }
  }

  private AccessRequest request(CopyOrder order) {
    Sink sink = order.sink();
    return new AccessRequest(
        order.reader().applicationId(),
        order.reader().tenantId(),
        order.table(),
        order.columns(),
        endpoints.canonical(sink.destination()),
        world
            .accounts()
            .account(sink.account())
            .map(Account::tenantId)
            .orElse(sink.writer().tenantId()),
        order.scope());
  }

  private Authorization canonical(Authorization known) {
    return new Authorization(
        known.applicationId(),
        known.registrationTenantId(),
        known.version(),
        known.decision(),
        known.approver(),
        known.decidedAt(),
        known.expiresAt(),
        endpoints.canonical(known.destination()),
        known.destinationTenantId(),
        known.datasets());
  }

  /**
   * Sees whether the sink can be written to.
   *
   * @throws CopyFailure if not
   */
  void checkSink(Sink sink) {
    Account account =
        world
            .accounts()
            .account(sink.account())
            .orElseThrow(
                () ->
                    CopyFailure.ofLoader(
                        "The remote name of storage account '"
                            + sink.account()
                            + "' could not be resolved while persisting data."));
    String container =
        account.resourceId() + "/blobServices/default/containers/" + sink.container();
    Optional<String> writer =
        world.applications().servicePrincipalId(sink.writer().applicationId());
    if (writer.filter(id -> world.roles().holds(id, container, BLOB_WRITERS)).isEmpty()) {
      throw CopyFailure.ofLoader(
          "Access denied while persisting data (AuthorizationPermissionMismatch): the service"
              + " principal of app "
              + sink.writer().applicationId()
              + " holds neither Storage Blob Data Contributor nor Storage Blob Data Owner on storage"
              + " account '"
              + sink.account()
              + "'.");
    }
    if (!world.blobs().containerExists(sink.account(), sink.container())) {
      throw CopyFailure.ofLoader(
          "The specified container '"
              + sink.container()
              + "' of storage account '"
              + sink.account()
              + "' does not exist (ContainerNotFound).");
    }
  }
}
