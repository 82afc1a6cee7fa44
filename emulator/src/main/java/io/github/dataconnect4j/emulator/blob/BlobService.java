package io.github.dataconnect4j.emulator.blob;

import static io.github.dataconnect4j.emulator.truth.Reference.storageService;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.emulator.world.Roles;
import io.github.dataconnect4j.emulator.world.StorageAccounts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Azure Blob Storage and Data Lake Storage Gen2, path style: the account is the first part of the
 * path. Claims every request, so it must be asked last.
 *
 * <p>An operation is known by method, depth of path, {@code restype} and {@code comp}; a request
 * with another combination is an unknown route. Unlike in Azure, where an unknown account has no
 * host name, it is answered 404 {@code ResourceNotFound}.
 *
 * <p>Thread-safe.
 */
public final class BlobService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(BlobService.class);

  private static final String ACCOUNT = "/{account}";
  private static final String CONTAINER = "/{account}/{container}";
  private static final String BLOB = "/{account}/{container}/{blob...}";

  /** Parameters of operations that Blob Storage does not have, or the emulator does not. */
  private static final Set<String> OTHER_OPERATIONS =
      Set.of("action", "copyid", "mode", "recursive", "resource", "snapshot", "versionid");

  private static final Set<String> WRITERS =
      BuiltInRole.ids(
          BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, BuiltInRole.STORAGE_BLOB_DATA_OWNER);
  private static final Set<String> READERS =
      BuiltInRole.ids(
          BuiltInRole.STORAGE_BLOB_DATA_READER,
          BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR,
          BuiltInRole.STORAGE_BLOB_DATA_OWNER);

  private final BlobStore store;
  private final StorageAccounts accounts;
  private final Roles roles;
  private final BlobAuthentication authentication;
  private final Routes routes = new Routes();
  private final AtomicLong requests = new AtomicLong();

  /**
   * @param store keeps the blobs
   * @param accounts tells which accounts there are
   * @param roles tells who may read and write them
   * @param authentication tells who is calling
   */
  public BlobService(
      BlobStore store, StorageAccounts accounts, Roles roles, BlobAuthentication authentication) {
    this.store = store;
    this.accounts = accounts;
    this.roles = roles;
    this.authentication = authentication;
    ContainerOperations containers = new ContainerOperations(store);
    BlobOperations blobs = new BlobOperations(store);
    BlockOperations blocks = new BlockOperations(store);
    // Asked first: some requests are blob operations too, and only their view tells.
    new LakeRoutes(store, containers, blobs).addTo(routes);
    routes
        .on(
            "GET",
            ACCOUNT,
            storageService("ListContainers", "list-containers2"),
            operation("", "list"),
            containers::list)
        .on(
            "PUT",
            CONTAINER,
            storageService("CreateContainer"),
            operation("container", ""),
            containers::create)
        .on(
            "GET",
            CONTAINER,
            storageService("GetContainerProperties"),
            operation("container", ""),
            containers::properties)
        .on(
            "HEAD",
            CONTAINER,
            storageService("GetContainerProperties"),
            operation("container", ""),
            containers::properties)
        .on(
            "DELETE",
            CONTAINER,
            storageService("DeleteContainer"),
            operation("container", ""),
            containers::delete)
        .on(
            "GET",
            CONTAINER,
            storageService("ListBlobs"),
            operation("container", "list"),
            containers::listBlobs)
        .on(
            "GET",
            CONTAINER,
            storageService("GetContainerMetadata"),
            operation("container", "metadata"),
            containers::metadata)
        .on(
            "HEAD",
            CONTAINER,
            storageService("GetContainerMetadata"),
            operation("container", "metadata"),
            containers::metadata)
        .on(
            "PUT",
            CONTAINER,
            storageService("SetContainerMetadata"),
            operation("container", "metadata"),
            containers::setMetadata)
        .on("PUT", BLOB, storageService("PutBlob"), operation("", ""), blobs::put)
        .on("GET", BLOB, storageService("GetBlob"), operation("", ""), blobs::get)
        .on("HEAD", BLOB, storageService("GetBlobProperties"), operation("", ""), blobs::get)
        .on("DELETE", BLOB, storageService("DeleteBlob"), operation("", ""), blobs::delete)
        .on(
            "GET",
            BLOB,
            storageService("GetBlobMetadata"),
            operation("", "metadata"),
            blobs::metadata)
        .on(
            "HEAD",
            BLOB,
            storageService("GetBlobMetadata"),
            operation("", "metadata"),
            blobs::metadata)
        .on(
            "PUT",
            BLOB,
            storageService("SetBlobMetadata"),
            operation("", "metadata"),
            blobs::setMetadata)
        .on(
            "PUT",
            BLOB,
            storageService("SetBlobProperties"),
            operation("", "properties"),
            blobs::setProperties)
        .on("PUT", BLOB, storageService("PutBlock"), operation("", "block"), blocks::put)
        .on("PUT", BLOB, storageService("PutBlockList"), operation("", "blocklist"), blocks::commit)
        .on("GET", BLOB, storageService("GetBlockList"), operation("", "blocklist"), blocks::list);
  }

  @Override
  public String name() {
    return "Blob";
  }

  @Override
  public boolean claims(Request request) {
    return true;
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    List<String> path = request.segments();
    StorageAccounts.Account account =
        accounts.account(path.get(0)).orElseThrow(() -> noSuchAccount(request));
    boolean namesVersion = ServiceVersion.of(request).isPresent();
    String authorization =
        request
            .header("Authorization")
            .orElseThrow(
                () -> challenge(BlobError.NO_AUTHENTICATION_INFORMATION, request, account));
    if (authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      if (!namesVersion) {
        throw BlobError.MISSING_REQUIRED_HEADER.on(request);
      }
      checkToken(request, account);
    } else {
      checkSignature(request, account, authorization);
    }
  }

  private void checkToken(Request request, StorageAccounts.Account account) {
    BlobAuthentication.Principal caller =
        authentication
            .check(request)
            .orElseThrow(() -> challenge(BlobError.INVALID_AUTHENTICATION_INFO, request, account));
    List<String> path = request.segments();
    String resource =
        path.size() < 2
            ? account.resourceId()
            : account.resourceId() + "/blobServices/default/containers/" + path.get(1);
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!roles.holds(caller.objectId(), resource, reads ? READERS : WRITERS)) {
      throw BlobError.AUTHORIZATION_PERMISSION_MISMATCH.on(request);
    }
  }

  /** Whoever has a key may do everything. */
  private void checkSignature(
      Request request, StorageAccounts.Account account, String authorization) {
    SharedKey signature =
        SharedKey.of(authorization)
            .filter(one -> one.account().equals(account.name()))
            .orElseThrow(() -> BlobError.AUTHENTICATION_FAILED.on(request));
    List<String> keys =
        accounts
            .accessKeys(account.name())
            .orElseThrow(() -> BlobError.KEY_BASED_AUTHENTICATION_NOT_PERMITTED.on(request));
    if (!signature.isOf(request, keys)) {
      throw BlobError.AUTHENTICATION_FAILED.on(request);
    }
  }

  @Override
  public Response unknownRoute(Request request) {
    BlobError error;
    if (request.segments().isEmpty()) {
      error = BlobError.INVALID_URI;
    } else if (!Set.of("GET", "HEAD", "PUT", "PATCH", "DELETE").contains(request.method())) {
      error = BlobError.UNSUPPORTED_HTTP_VERB;
    } else if (request.query().isEmpty()) {
      error = BlobError.INVALID_QUERY_PARAMETER_VALUE;
    } else {
      error = BlobError.UNSUPPORTED_QUERY_PARAMETER;
    }
    return error.response(request);
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    LOG.warn(
        "request not served method={} target={} cause={}",
        request.method(),
        request.target(),
        cause.toString());
    return BlobError.INTERNAL_ERROR.response(request);
  }

  @Override
  public Response refused(Request request, int status) {
    return BlobError.ordered(request, status);
  }

  @Override
  public Response failed(Request request) {
    return BlobError.INTERNAL_ERROR.response(request);
  }

  @Override
  public Response finish(Request request, Response response) {
    Response answer =
        response
            .withHeader("x-ms-request-id", new UUID(0x4000L, requests.incrementAndGet()).toString())
            .withHeader("x-ms-version", ServiceVersion.ofAnswer(request))
            .withHeader("Date", Stamp.httpDate(store.time().now()));
    return request
        .header("x-ms-client-request-id")
        .map(id -> answer.withHeader("x-ms-client-request-id", id))
        .orElse(answer);
  }

  private static RuntimeException noSuchAccount(Request request) {
    StorageBehavior.UNKNOWN_ACCOUNT.observe();
    return BlobError.RESOURCE_NOT_FOUND.on(request);
  }

  private static RuntimeException challenge(
      BlobError error, Request request, StorageAccounts.Account account) {
    return error.on(
        request,
        "WWW-Authenticate",
        "Bearer authorization_uri=https://"
            + request.header("Host").orElse("localhost")
            + "/"
            + account.tenantId()
            + "/oauth2/authorize resource_id=https://storage.azure.com");
  }

  private static Predicate<Request> operation(String restype, String comp) {
    return request ->
        request.query("restype").orElse("").equalsIgnoreCase(restype)
            && request.query("comp").orElse("").equalsIgnoreCase(comp)
            && OTHER_OPERATIONS.stream().noneMatch(request.query()::containsKey);
  }
}
