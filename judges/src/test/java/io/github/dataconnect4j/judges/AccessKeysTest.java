package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.storage.blob.models.BlobStorageException;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of an emulated account: those that Resource Manager gives. */
class AccessKeysTest {

  private final EmulatedStorage storage = new EmulatedStorage();
  private final Judge judge = storage.judge(EnumSet.noneOf(Difference.class));

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void eitherOpensTheAccountAndStaysTheSame() {
    assertThat(storage.key(0)).isEqualTo(storage.key(0)).isNotEqualTo(storage.key(1));
    assertThat(judge.blobs(storage.key(0)).listBlobContainers()).isEmpty();
    assertThat(judge.blobs(storage.key(1)).listBlobContainers()).isEmpty();
  }

  @Test
  void anOldOneIsRefusedOnceItIsRegenerated() {
    String old = storage.key(1);
    storage.regenerate("key2");
    refused("AuthenticationFailed", old);
    assertThat(judge.blobs(storage.key(1)).listBlobContainers()).isEmpty();
    assertThat(judge.blobs(storage.key(0)).listBlobContainers()).isEmpty();
  }

  @Test
  void noneOpensAnAccountThatDoesNotAllowThem() {
    storage.putAccount("{'allowSharedKeyAccess':false}");
    refused("KeyBasedAuthenticationNotPermitted", storage.key(0));
  }

  private void refused(String code, String key) {
    BlobStorageException refusal =
        catchThrowableOfType(
            BlobStorageException.class,
            () -> judge.blobs(key).listBlobContainers().stream().toList());
    assertThat(refusal.getStatusCode()).isEqualTo(403);
    assertThat(String.valueOf(refusal.getErrorCode())).isEqualTo(code);
  }
}
