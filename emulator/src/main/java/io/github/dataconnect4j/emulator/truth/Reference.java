package io.github.dataconnect4j.emulator.truth;

import java.util.Locale;

/** Operations by their page in Microsoft's references. */
public enum Reference {
  AUTHORIZATION("authorization"),
  DATA_FACTORY("datafactory"),
  RESOURCES("resources"),
  STORAGE_PROVIDER("storagerp"),
  SYNAPSE("synapse/resourcemanager"),
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
    return Operation.documented(
        id, LEARN + "rest/api/" + folder + "/" + kebab(id).replace("_-", "/").replace('_', '/'));
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
   * An operation of Blob storage or Data Lake Storage.
   *
   * @param title its page's title without blanks, such as {@code PutBlob}
   */
  public static Operation storageService(String title) {
    return Operation.documented(title, LEARN + "rest/api/storageservices/" + kebab(title));
  }

  /**
   * An operation of Data Lake Storage Gen2.
   *
   * @param id group and name, such as {@code Path_List}
   */
  public static Operation dataLake(String id) {
    return Operation.documented(
        id, LEARN + "rest/api/storageservices/datalakestoragegen2/" + kebab(id).replace('_', '/'));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
