package io.github.dataconnect4j.cloud;

/**
 * What a storage account is used as. It decides what is registered with Data Connect, which linked
 * service writes there, and how a new account is made; the three must fit together. Reading is the
 * same for both.
 *
 * <p>Source: {@code app-registration.md}, field "Storage account URI": {@code
 * …blob.core.windows.net} is for the Blob linked service, {@code …dfs.core.windows.net} for that of
 * Data Lake Storage Gen2.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum StorageKind {
  /** Azure Blob Storage: the blob endpoint, of an account with or without directories. */
  BLOB("Blob Storage"),

  /** Azure Data Lake Storage Gen2: the dfs endpoint, of an account with real directories. */
  DATA_LAKE("Data Lake Storage Gen2");

  private final String words;

  StorageKind(String words) {
    this.words = words;
  }

  /** Microsoft's name for it. */
  @Override
  public String toString() {
    return words;
  }
}
