/** Pipelines on Azure Data Factory. */
module io.github.dataconnect4j.datafactory {
  requires transitive io.github.dataconnect4j.azure;
  requires com.azure.core;
  requires com.azure.core.management;
  requires com.azure.resourcemanager.datafactory;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.datafactory;
}
