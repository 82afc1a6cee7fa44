package io.github.dataconnect4j.judges;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.DateTimeRfc1123;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.common.policy.StorageSharedKeyCredentialPolicy;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * An endpoint of Blob Storage that the contract is held against.
 *
 * @param endpoint the account's blob endpoint, path style
 * @param account the account
 * @param key one of its keys, in base 64
 * @param http reaches it
 * @param differences in what it is known to differ from the other
 */
record Judge(
    String endpoint, String account, String key, HttpClient http, Set<Difference> differences) {

  BlobServiceClient blobs() {
    return blobs(key);
  }

  BlobServiceClient blobs(String withKey) {
    return new BlobServiceClientBuilder()
        .endpoint(endpoint)
        .httpClient(http)
        .credential(new StorageSharedKeyCredential(account, withKey))
        // A refusal that comes a second time after 4 seconds teaches nothing more.
        .retryOptions(
            new RequestRetryOptions(RetryPolicyType.FIXED, 1, (Integer) null, null, null, null))
        .buildClient();
  }

  /**
   * Sends a signed request that no client sends.
   *
   * @param target what follows the account in the path, with the query
   * @param headers names and values in turn
   */
  HttpResponse send(HttpMethod method, String target, BinaryData body, String... headers) {
    HttpPipeline pipeline =
        new HttpPipelineBuilder()
            .httpClient(http)
            .policies(
                new StorageSharedKeyCredentialPolicy(new StorageSharedKeyCredential(account, key)))
            .build();
    return pipeline.sendSync(
        request(method, target, body, headers), com.azure.core.util.Context.NONE);
  }

  /** Sends a request as it is, not signed. */
  HttpResponse sendUnsigned(HttpMethod method, String target, String... headers) {
    return http.sendSync(
        request(method, target, BinaryData.fromBytes(new byte[0]), headers),
        com.azure.core.util.Context.NONE);
  }

  private HttpRequest request(
      HttpMethod method, String target, BinaryData body, String... headers) {
    HttpRequest request = new HttpRequest(method, endpoint + target);
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      request.setBody(body);
    }
    request.setHeader(
        HttpHeaderName.CONTENT_LENGTH,
        method == HttpMethod.GET || method == HttpMethod.HEAD ? "0" : "" + body.getLength());
    request.setHeader(
        HttpHeaderName.fromString("x-ms-date"),
        new DateTimeRfc1123(OffsetDateTime.now(ZoneOffset.UTC)).toString());
    request.setHeader(HttpHeaderName.fromString("x-ms-version"), "2025-11-05");
    request.setHeader(HttpHeaderName.ACCEPT, "application/xml");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(HttpHeaderName.fromString(headers[i]), headers[i + 1]);
    }
    return request;
  }
}
