/** The cloud in a JVM. */
module io.github.dataconnect4j.emulator {
  requires transitive io.github.dataconnect4j;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires gg.jte.runtime;
  requires io.github.dataconnect4j.tenant;
  requires java.xml;
  requires okhttp3.tls;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.emulator;
  exports io.github.dataconnect4j.emulator.fault;
  exports io.github.dataconnect4j.emulator.history;
  exports io.github.dataconnect4j.emulator.time;
}
