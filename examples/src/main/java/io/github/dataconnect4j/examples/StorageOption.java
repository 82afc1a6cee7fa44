package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.cloud.BlobContainer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where extracts are delivered: one line of a landing, and nothing else differs. */
enum StorageOption {
  BLOB("blob"),
  DATA_LAKE("data-lake");

  private final String option;

  StorageOption(String option) {
    this.option = option;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static StorageOption of(@Nullable String option) {
    Optional<StorageOption> found =
        Arrays.stream(values()).filter(one -> one.option.equals(option)).findFirst();
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "--storage needs 'blob' or 'data-lake', but not '"
                    + (option == null ? "" : option)
                    + "'."));
  }

  BlobContainer in(String account) {
    return switch (this) {
      case BLOB -> BlobContainer.named(account, "m365");
      case DATA_LAKE -> BlobContainer.inDataLake(account, "m365");
    };
  }
}
