/** Pipelines on Azure Synapse Analytics. */
module io.github.dataconnect4j.synapse {
  requires transitive io.github.dataconnect4j.azure;
  requires com.azure.core;
  requires com.azure.core.management;
  requires com.azure.resourcemanager.datafactory;
  requires com.azure.resourcemanager.synapse;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.synapse;
}
