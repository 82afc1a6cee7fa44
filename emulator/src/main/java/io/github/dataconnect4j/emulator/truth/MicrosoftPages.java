package io.github.dataconnect4j.emulator.truth;

/**
 * Addresses of Microsoft's pages that tell of behaviors. All were found in stored copies; the
 * concept pages on Data Connect by their files, from which learn.microsoft.com is made.
 */
final class MicrosoftPages {

  private static final String CONCEPTS =
      "https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/";
  private static final String DATA_FACTORY = "https://learn.microsoft.com/azure/data-factory/";

  private static final String TEMPLATES =
      "https://learn.microsoft.com/azure/azure-resource-manager/templates/";

  static final String APP_AUTHORIZATION = CONCEPTS + "app-authorization.md";
  static final String APP_REGISTRATION = CONCEPTS + "app-registration.md";
  static final String AUDIT_SCHEMA =
      "https://github.com/MicrosoftDocs/office-365-management-api/blob/main/"
          + "office-365-management-api/office-365-management-activity-api-schema.md";
  static final String CERTIFICATES =
      "https://learn.microsoft.com/entra/identity-platform/certificate-credentials";
  static final String CONNECTOR = DATA_FACTORY + "connector-office-365";
  static final String COPY_MONITORING = DATA_FACTORY + "copy-activity-monitoring";
  static final String DATASETS = CONCEPTS + "data-connect-datasets.md";
  static final String DEPLOYMENT_HISTORY = TEMPLATES + "deployment-history-deletions";
  static final String FAQ = CONCEPTS + "data-connect-faq.md";
  static final String FILTERING = CONCEPTS + "data-connect-filtering.md";
  static final String GRAPH_THROTTLING = "https://learn.microsoft.com/graph/throttling";
  static final String MONITORING = DATA_FACTORY + "monitor-programmatically";
  static final String OFFICE_LINKED_SERVICE =
      "https://learn.microsoft.com/javascript/api/@azure/arm-datafactory/office365linkedservice";
  static final String STORAGE_ACCOUNTS =
      "https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create";
  static final String TEMPLATE_DEPENDENCIES = TEMPLATES + "resource-dependency";
  static final String SCHEDULE_TRIGGER = DATA_FACTORY + "how-to-create-schedule-trigger";
  static final String TROUBLESHOOTING = CONCEPTS + "data-connect-troubleshooting.md";
  static final String TEMPLATE_LIMITS =
      "https://learn.microsoft.com/azure/azure-resource-manager/template-best-practices";
  static final String TUTORIAL = "https://learn.microsoft.com/graph/data-connect-quickstart";
  static final String USERS_AND_GROUPS = CONCEPTS + "data-connect-users-and-groups.md";

  private MicrosoftPages() {}
}
