/** The Azure account that the backends stand on. */
module io.github.dataconnect4j.azure {
  requires transitive io.github.dataconnect4j;
  requires transitive com.azure.core;
  requires transitive com.azure.core.management;
  requires transitive com.azure.json;
  requires transitive com.azure.resourcemanager.datafactory;
  requires transitive okhttp3;
  requires com.azure.core.http.okhttp;
  requires com.azure.identity;
  requires com.azure.resourcemanager.authorization;
  requires com.azure.resourcemanager.resources;
  requires com.azure.resourcemanager.storage;
  requires com.azure.storage.blob;
  requires okio;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.azure;
  exports io.github.dataconnect4j.azure.pipelines;
}
