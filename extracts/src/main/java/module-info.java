/** Reading what a run wrote. */
module io.github.dataconnect4j.extracts {
  requires transitive io.github.dataconnect4j;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.extracts;
}
