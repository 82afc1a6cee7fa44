package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.emulator.world.StorageAccounts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls a blob service as the HTTPS front does, without HTTP between. */
final class Caller implements AutoCloseable {

  static final String CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
  static final String READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
  static final String ACCOUNT_ID =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/acct";

  static final String KEY_1 = "a2V5LW9uZQ==";
  static final String KEY_2 = "a2V5LXR3bw==";

  final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
  final BlobStore store = new BlobStore(time);
  final Set<String> roles = new HashSet<>(Set.of(CONTRIBUTOR));
  final BlobService service =
      new BlobService(
          store,
          new OneAccount(),
          (principal, resource, wanted) ->
              principal.equals("caller-1")
                  && resource.startsWith(ACCOUNT_ID)
                  && roles.stream().anyMatch(wanted::contains),
          request ->
              request
                  .header("Authorization")
                  .filter("Bearer good"::equals)
                  .map(token -> new BlobAuthentication.Principal("caller-1")));

  /** Whether the account's keys may sign. */
  boolean allowsKeys = true;

  private final class OneAccount implements StorageAccounts {
    @Override
    public Optional<Account> account(String name) {
      return name.equals("acct")
          ? Optional.of(new Account("acct", ACCOUNT_ID, "tenant-1", Region.WEST_EUROPE))
          : Optional.empty();
    }

    @Override
    public Optional<List<String>> accessKeys(String name) {
      return allowsKeys ? Optional.of(List.of(KEY_1, KEY_2)) : Optional.empty();
    }
  }

  /** An answer, read whole. */
  record Answer(int status, Map<String, String> headers, String text) {

    String header(String name) {
      return headers.getOrDefault(name, "absent");
    }

    String errorCode() {
      return header("x-ms-error-code");
    }
  }

  Answer call(String method, String target, String... headers) throws IOException {
    return send(method, target, new byte[0], headers);
  }

  Answer put(String target, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send("PUT", target, bytes, headers);
  }

  Answer putBlob(String target, String body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "x-ms-blob-type";
    all[headers.length + 1] = "BlockBlob";
    return put(target, body, all);
  }

  Answer send(String method, String target, byte[] body, String... headers) throws IOException {
    Request request = request(method, target, body, headers);
    return read(service.finish(request, answer(request)));
  }

  /** The answer before its body is read. */
  Response answer(Request request) throws IOException {
    try {
      Optional<Routes.Match> match = service.routes().match(request);
      if (match.isEmpty()) {
        return service.unknownRoute(request);
      }
      service.authenticate(request);
      return match.get().handle(request);
    } catch (ServiceError e) {
      return e.response();
    }
  }

  static Answer read(Response response) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    response.body().close();
    return new Answer(response.status(), response.headers(), out.toString(StandardCharsets.UTF_8));
  }

  Request request(String method, String target, byte[] body, String... headers) {
    Headers all = new Headers();
    all.set("Authorization", "Bearer good");
    all.set("x-ms-version", "2026-10-06");
    all.set("Host", "127.0.0.1:4711");
    all.set("Content-Length", Integer.toString(body.length));
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i + 1].isEmpty()) {
        all.remove(headers[i]);
      } else {
        all.set(headers[i], headers[i + 1]);
      }
    }
    return new Request(method, target, all, new ByteArrayInputStream(body));
  }

  @Override
  public void close() {
    store.close();
  }
}
