package io.github.dataconnect4j.emulator.truth;

/**
 * Operations by their page in Microsoft's references.
 *
 * <p>Addresses are derived from the operation's id, as Microsoft derives them; the folders and the
 * pages that keep to another rule were looked up in stored copies of the pages. Where no page was
 * found, give the operation a {@link Source} of its own.
 */
public enum Reference {
  AUTHORIZATION("authorization"),
  DATA_FACTORY("datafactory"),
  RESOURCES("resources"),
  STORAGE_PROVIDER("storagerp"),
  SYNAPSE("synapse"),
  SYNAPSE_DATA_PLANE("synapse/data-plane");

  private static final String LEARN = "https://learn.microsoft.com/";

  private final String folder;

  Reference(String folder) {
    this.folder = folder;
  }

  /**
   * An operation of the REST reference.
   *
   * @param id group and name, such as {@code Pipelines_CreateRun}
   */
  public Operation operation(String id) {
    return Operation.documented(id, LEARN + "rest/api/" + folder + "/" + address(id));
  }

  /**
   * An operation of Microsoft Graph.
   *
   * @param page its page, such as {@code application-addpassword}
   */
  public static Operation graph(String page) {
    return Operation.documented(page, LEARN + "graph/api/" + page);
  }

  /**
   * An operation of Blob storage.
   *
   * @param title its page's title without blanks, such as {@code PutBlob}
   */
  public static Operation storageService(String title) {
    return storageService(title, address(title));
  }

  /**
   * An operation of Blob storage or Data Lake Storage whose page is not named by its title.
   *
   * @param page its page, such as {@code list-containers2}
   */
  public static Operation storageService(String id, String page) {
    return Operation.documented(id, LEARN + "rest/api/storageservices/" + page);
  }

  // PipelineRuns_QueryByFactory is at pipeline-runs/query-by-factory. No regular expression: this
  // is done for every route at every start.
  private static String address(String id) {
    StringBuilder address = new StringBuilder(id.length() + 8);
    for (int i = 0; i < id.length(); i++) {
      char sign = id.charAt(i);
      if (Character.isUpperCase(sign) && i > 0 && id.charAt(i - 1) != '_') {
        address.append('-');
      }
      address.append(sign == '_' ? '/' : Character.toLowerCase(sign));
    }
    return address.toString();
  }
}
