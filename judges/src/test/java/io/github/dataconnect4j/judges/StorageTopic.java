package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What the topics of the {@link StorageContract} share: each test has a container of its own. */
abstract class StorageTopic {

  private static final AtomicInteger CONTAINERS = new AtomicInteger();
  static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");

  BlobContainerClient container;

  abstract Judge judge();

  @BeforeEach
  void makeContainer() {
    container = judge().blobs().getBlobContainerClient("judged-" + CONTAINERS.incrementAndGet());
    container.create();
  }

  boolean differs(Difference difference) {
    return judge().differences().contains(difference);
  }

  BlockBlobClient blob(String name) {
    return container.getBlobClient(name).getBlockBlobClient();
  }

  String path(String name) {
    return "/" + container.getBlobContainerName() + "/" + name;
  }

  String put(String name, String text) {
    return blob(name)
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString(text)), null, Context.NONE)
        .getValue()
        .getETag();
  }

  String text(String name) {
    return blob(name).downloadContent().toString();
  }

  static void refused(int status, String code, ThrowingCallable call) {
    BlobStorageException refusal = catchThrowableOfType(BlobStorageException.class, call);
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(String.valueOf(refusal.getErrorCode())).isEqualTo(code);
  }

  static String header(HttpResponse response, String name) {
    return response.getHeaderValue(HttpHeaderName.fromString(name));
  }

  List<String> names(ListBlobsOptions options) {
    return container.listBlobs(options, null).stream().map(BlobItem::getName).toList();
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  static byte[] md5(String text) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
