/** Made-up people, groups, mail and events. */
module io.github.dataconnect4j.tenant {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive io.github.dataconnect4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.tenant;
}
