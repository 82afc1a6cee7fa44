/** What every backend must do, as tests to inherit. */
module io.github.dataconnect4j.conformance {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive io.github.dataconnect4j;
  requires transitive io.github.dataconnect4j.emulator;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.conformance;

  // JUnit makes the nested classes and calls their methods by reflection.
  opens io.github.dataconnect4j.conformance;
}
