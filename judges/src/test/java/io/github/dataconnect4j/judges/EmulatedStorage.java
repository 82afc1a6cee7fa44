package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** An emulator with one storage account, made as users make one: through Resource Manager. */
final class EmulatedStorage implements AutoCloseable {

  static final String ACCOUNT = "judged";

  private static final Pattern KEY = Pattern.compile("\"value\":\"([^\"]+)\"");

  private final DataConnectEmulator emulator =
      DataConnectEmulator.builder().withTenant(1, 0).start();
  private final OkHttpClient http = client(emulator.cloud().trust());
  private final String group =
      "/subscriptions/" + emulator.subscriptionId() + "/resourceGroups/judges";
  private final String accountId =
      group + "/providers/Microsoft.Storage/storageAccounts/" + ACCOUNT;

  EmulatedStorage() {
    arm(
        "POST",
        "/subscriptions/"
            + emulator.subscriptionId()
            + "/providers/Microsoft.Storage/register?api-version=2025-04-01",
        "");
    emulator.time().advance(Duration.ofMinutes(2));
    String location = "'location':'" + emulator.region().name() + "'";
    arm("PUT", group + "?api-version=2025-04-01", "{" + location + "}");
    putAccount("{}");
  }

  private static OkHttpClient client(List<X509Certificate> authorities) {
    HandshakeCertificates.Builder trust = new HandshakeCertificates.Builder();
    authorities.forEach(trust::addTrustedCertificate);
    HandshakeCertificates certificates = trust.build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  /** Makes or changes the account. */
  void putAccount(String properties) {
    arm(
        "PUT",
        accountId + "?api-version=2025-06-01",
        "{'location':'"
            + emulator.region().name()
            + "','kind':'StorageV2','sku':{'name':'Standard_LRS'},'properties':"
            + properties
            + "}");
  }

  String key(int index) {
    Matcher keys = KEY.matcher(arm("POST", accountId + "/listKeys?api-version=2025-06-01", ""));
    for (int i = 0; i <= index; i++) {
      assertThat(keys.find()).as("key " + index).isTrue();
    }
    return keys.group(1);
  }

  void regenerate(String keyName) {
    arm(
        "POST",
        accountId + "/regenerateKey?api-version=2025-06-01",
        "{'keyName':'" + keyName + "'}");
  }

  String blobEndpoint() {
    return emulator.cloud().blob(ACCOUNT).toString().replaceAll("/$", "");
  }

  /** Where clients of Data Lake Storage go. */
  String lakeEndpoint() {
    return blobEndpoint().replace("127.0.0.1", "localhost");
  }

  HttpClient http() {
    return new OkHttpAsyncHttpClientBuilder(http).build();
  }

  Judge judge(Set<Difference> differences) {
    return new Judge(blobEndpoint(), ACCOUNT, key(0), http(), differences);
  }

  List<RecordedRequest> unknownRoutes() {
    return emulator.unknownRoutes();
  }

  private String arm(String method, String target, String json) {
    RequestBody body =
        method.equals("GET")
            ? null
            : RequestBody.create(json.replace('\'', '"'), MediaType.get("application/json"));
    Request request =
        new Request.Builder()
            .url(emulator.cloud().resourceManager().resolve(target).toString())
            .header(
                "Authorization",
                "Bearer "
                    + emulator
                        .userToken(emulator.developer(), "https://management.azure.com")
                        .reveal())
            .method(method, body)
            .build();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body() == null ? "" : response.body().string();
      assertThat(response.isSuccessful()).as(method + " " + target + ": " + text).isTrue();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    emulator.close();
  }
}
