package io.github.dataconnect4j.emulator.truth;

import static io.github.dataconnect4j.emulator.truth.Source.assumed;
import static io.github.dataconnect4j.emulator.truth.Source.documented;
import static io.github.dataconnect4j.emulator.truth.Source.recorded;

/** What Blob Storage and Data Lake Storage Gen2 do. */
@SuppressWarnings("ImmutableEnumChecker") // a Source is an enum and a text
public enum StorageBehavior implements Behavior {
  SHARED_KEYS(
      "A shared key is one of the two that listKeys gives; regenerateKey changes one, and"
          + " allowSharedKeyAccess: false refuses both.",
      documented(MicrosoftPages.STORAGE_ACCOUNTS)),
  NAMESPACE_IS_FIXED(
      "Whether an account has a hierarchical namespace is kept and cannot be changed.",
      recorded("https://github.com/Azure/azure-rest-api-specs/issues/18441")),
  UNKNOWN_VERSIONS(
      "A version that was not released is 400 InvalidHeaderValue.",
      recorded("azure/other-clients.md, 16")),
  VERSIONS(
      "Any released x-ms-version from 2017-11-09 to 2026-10-06 passes, and all are served alike.",
      assumed("the versions differ in what is not imitated, or not told")),
  UNKNOWN_ACCOUNT(
      "An account that does not exist answers 404 ResourceNotFound.",
      assumed("Azure has no such host, and so no answer")),
  PATH_STYLE(
      "An account's blob endpoint is https://127.0.0.1:{port}/{account}, its dfs endpoint"
          + " https://localhost:{port}/{account}; https://{account}.blob.core.windows.net and"
          + " ….dfs.core.windows.net in a linked service mean the same.",
      assumed("Azure has two hosts for each account; Azurite takes the path")),
  SIGNATURES_HAVE_ANY_DATE(
      "The date of a signature must be there and may be any.",
      assumed("Azure refuses old ones; the emulator's time goes its own way")),
  SIGNATURES_SORT_EITHER_WAY(
      "What is signed may be sorted by character or as a dictionary does.",
      assumed("the page says lexicographically, and Microsoft's client for Java does the other")),
  WHICH_VIEW(
      "Either host serves blob and dfs operations: the parameters of a request tell which is meant,"
          + " then its Accept, then the host.",
      assumed("in Azure the host tells, and clients send operations of either kind to one")),
  GEN2_EVERYWHERE(
      "Every account is served as Data Lake Storage Gen2 too, whatever isHnsEnabled says; data looks"
          + " the same either way.",
      assumed("no page tells all that differs without a hierarchical namespace")),
  DIRECTORIES(
      "Directories are what names have before a slash, or empty blobs with the metadata"
          + " hdi_isfolder.",
      assumed("users see them so through Blob Storage; no page that tells it was found")),
  IMPLIED_DIRECTORIES(
      "A directory that only names imply has the filesystem's ETag and time, shows as a directory"
          + " to HEAD at localhost alone, and is gone with the last name in it.",
      assumed("with a hierarchical namespace, Azure makes such directories")),
  FILE_BESIDE_DIRECTORY(
      "A file may stand where a directory of the same name does.",
      assumed("the view keeps flat names; no page says so of either kind of account"));

  private final String text;
  private final Source source;

  StorageBehavior(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  @Override
  public String service() {
    return "storage";
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Source source() {
    return source;
  }
}
