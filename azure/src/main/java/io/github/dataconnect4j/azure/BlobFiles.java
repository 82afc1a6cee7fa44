package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobItemProperties;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.shared.RetrySchedule;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The files of a container.
 *
 * <p>They are read by a plain GET on the client's pipeline, whose body is handed on as it comes in:
 * the client's own input stream fetches piece by piece and is half as fast.
 */
final class BlobFiles {

  private static final HttpHeaderName RANGE = HttpHeaderName.fromString("x-ms-range");
  private static final HttpHeaderName VERSION = HttpHeaderName.fromString("x-ms-version");

  private final Cloud cloud;
  private final Once<HttpPipeline> pipeline;

  BlobFiles(Cloud cloud, Supplier<HttpPipeline> pipeline) {
    this.cloud = cloud;
    this.pipeline = new Once<>(pipeline);
  }

  List<StoredFile> list(URI accountEndpoint, String container, String folder) {
    // Where the account has a hierarchical namespace, folders are listed too, marked so.
    ListBlobsOptions options =
        new ListBlobsOptions().setDetails(new BlobListDetails().setRetrieveMetadata(true));
    if (!folder.isEmpty()) {
      options.setPrefix(folder.endsWith("/") ? folder : folder + "/");
    }
    List<StoredFile> files = new ArrayList<>();
    try {
      for (BlobItem item : client(accountEndpoint, container).listBlobs(options, null)) {
        if (!isFolder(item)) {
          files.add(file(item));
        }
      }
    } catch (RuntimeException e) {
      throw AzureErrors.translate(
          "list the files under '" + folder + "' of " + container + " at " + accountEndpoint, e);
    }
    return List.copyOf(files);
  }

  InputStream open(URI accountEndpoint, String container, StoredFile file) {
    String url = client(accountEndpoint, container).getBlobClient(file.path()).getBlobUrl();
    return new ResumingStream(
        file,
        offset -> get(url, file, offset),
        new RetrySchedule(cloud.time(), cloud.chance()),
        cloud.time());
  }

  private InputStream get(String url, StoredFile file, long offset) {
    HttpRequest request =
        new HttpRequest(HttpMethod.GET, url)
            .setHeader(VERSION, BlobServiceVersion.getLatest().getVersion())
            .setHeader(HttpHeaderName.IF_MATCH, quoted(file.etag()))
            // Or OkHttp would unpack a file that is stored packed, and offsets would mean nothing.
            .setHeader(HttpHeaderName.ACCEPT_ENCODING, "identity");
    if (offset > 0) {
      request.setHeader(RANGE, "bytes=" + offset + "-");
    }
    HttpResponse response = pipeline.get().sendSync(request, Context.NONE);
    int expected = offset > 0 ? 206 : 200;
    if (response.getStatusCode() == expected) {
      return response.getBodyAsBinaryData().toStream();
    }
    try (response) {
      throw refused(file, response);
    }
  }

  private static RuntimeException refused(StoredFile file, HttpResponse response) {
    String attempt = "read " + file.path();
    if (response.getStatusCode() == 412) {
      return new UnreadableDataException(
          Problem.of(
                  attempt,
                  "The file changed while it was read: it is no longer version "
                      + file.etag()
                      + ".",
                  "List the files again, and read it from its start.")
              .withCode("ConditionNotMet")
              .withRequestId(FaultReader.requestId(response)),
          null);
    }
    return FaultTable.translate(
        attempt, FaultReader.read(response, response.getBodyAsBinaryData().toString()), null);
  }

  private BlobContainerClient client(URI accountEndpoint, String container) {
    return new BlobServiceClientBuilder()
        .endpoint(accountEndpoint.toString())
        .pipeline(pipeline.get())
        .buildClient()
        .getBlobContainerClient(container);
  }

  private static boolean isFolder(BlobItem item) {
    Map<String, String> metadata = item.getMetadata();
    return metadata != null && "true".equalsIgnoreCase(metadata.get("hdi_isfolder"));
  }

  private static StoredFile file(BlobItem item) {
    BlobItemProperties properties = item.getProperties();
    return new StoredFile(
        item.getName(),
        properties.getContentLength() == null ? 0 : properties.getContentLength(),
        properties.getETag(),
        properties.getLastModified().toInstant());
  }

  // Lists show entity tags bare, headers want them quoted.
  private static String quoted(String etag) {
    return etag.startsWith("\"") ? etag : "\"" + etag + "\"";
  }
}
