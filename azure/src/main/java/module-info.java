/** The Azure account that the backends stand on. */
module io.github.dataconnect4j.azure {
  requires transitive io.github.dataconnect4j;
  requires transitive com.azure.core;
  requires com.azure.core.http.okhttp;
  requires transitive com.azure.core.management;
  requires com.azure.identity;
  requires com.azure.resourcemanager.authorization;
  requires com.azure.resourcemanager.resources;
  requires com.azure.resourcemanager.storage;
  requires com.azure.storage.blob;
  requires okhttp3;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.azure;
}
