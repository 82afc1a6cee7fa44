package io.github.dataconnect4j.emulator.blob;

import static io.github.dataconnect4j.emulator.truth.Reference.storageService;

import io.github.dataconnect4j.emulator.arm.BuiltInRole;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
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
 * Azure Blob Storage, path style: the account is the first part of the path. Claims every request,
 * so it must be asked last.
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

  /** Parameters of operations that the emulator does not have. */
  private static final Set<String> OTHER_OPERATIONS =
      Set.of("action", "copyid", "resource", "snapshot", "versionid");

  private static final Set<String> WRITERS =
      BuiltInRole.ids(
          BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, BuiltInRole.STORAGE_BLOB_DATA_OWNER);
  private static final Set<String> READERS =
      BuiltInRole.ids(
          BuiltInRole.STORAGE_BLOB_DATA_READER,
          BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR,
          BuiltInRole.STORAGE_BLOB_DATA_OWNER);

  private static final String FIRST_VERSION = "2017-11-09";
  private static final String LAST_VERSION = "2026-12-31";

  private static final Operation PATH_LIST =
      storageService("Path_List", "datalakestoragegen2/path/list");

  private final BlobStore store;
  private final StorageAccounts accounts;
  private final Roles roles;
  private final Authentication authentication;
  private final Routes routes = new Routes();
  private final AtomicLong requests = new AtomicLong();

  /**
   * @param store keeps the blobs
   * @param accounts tells which accounts there are
   * @param roles tells who may read and write them
   * @param authentication tells who is calling
   */
  public BlobService(
      BlobStore store, StorageAccounts accounts, Roles roles, Authentication authentication) {
    this.store = store;
    this.accounts = accounts;
    this.roles = roles;
    this.authentication = authentication;
    ContainerOperations containers = new ContainerOperations(store);
    BlobOperations blobs = new BlobOperations(store);
    BlockOperations blocks = new BlockOperations(store);
    PathOperations paths = new PathOperations(store);
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
        .on("GET", CONTAINER, PATH_LIST, BlobService::listsPaths, paths::list)
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
    if (request.header("x-ms-version").filter(version -> !isVersion(version)).isPresent()) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
    String authorization =
        request
            .header("Authorization")
            .orElseThrow(
                () -> challenge(BlobError.NO_AUTHENTICATION_INFORMATION, request, account));
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      throw BlobError.AUTHENTICATION_FAILED.on(request);
    }
    if (request.header("x-ms-version").isEmpty()) {
      throw BlobError.MISSING_REQUIRED_HEADER.on(request);
    }
    Authentication.Principal caller =
        authentication
            .check(request)
            .orElseThrow(() -> challenge(BlobError.INVALID_AUTHENTICATION_INFO, request, account));
    String resource =
        path.size() < 2
            ? account.resourceId()
            : account.resourceId() + "/blobServices/default/containers/" + path.get(1);
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!roles.holds(caller.objectId(), resource, reads ? READERS : WRITERS)) {
      throw BlobError.AUTHORIZATION_PERMISSION_MISMATCH.on(request);
    }
  }

  @Override
  public Response unknownRoute(Request request) {
    BlobError error;
    if (request.segments().isEmpty()) {
      error = BlobError.INVALID_URI;
    } else if (!Set.of("GET", "HEAD", "PUT", "DELETE").contains(request.method())) {
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
            .withHeader(
                "x-ms-version",
                request.header("x-ms-version").filter(BlobService::isVersion).orElse(FIRST_VERSION))
            .withHeader("Date", Stamp.httpDate(store.time().now()));
    return request
        .header("x-ms-client-request-id")
        .map(id -> answer.withHeader("x-ms-client-request-id", id))
        .orElse(answer);
  }

  private static RuntimeException noSuchAccount(Request request) {
    ServiceBehavior.BLOB_UNKNOWN_ACCOUNT.observe();
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

  private static boolean isVersion(String version) {
    return version.matches("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])")
        && version.compareTo(FIRST_VERSION) >= 0
        && version.compareTo(LAST_VERSION) <= 0;
  }

  private static Predicate<Request> operation(String restype, String comp) {
    return request ->
        request.query("restype").orElse("").equalsIgnoreCase(restype)
            && request.query("comp").orElse("").equalsIgnoreCase(comp)
            && OTHER_OPERATIONS.stream().noneMatch(request.query()::containsKey);
  }

  private static boolean listsPaths(Request request) {
    return request.query("resource").orElse("").equalsIgnoreCase("filesystem")
        && !request.query().containsKey("restype");
  }
}
