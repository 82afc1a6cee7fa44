/** The words and the flow of Data Connect: no Azure, no HTTP, no JSON in a signature. */
module io.github.dataconnect4j {
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j;
  exports io.github.dataconnect4j.authorization;
  exports io.github.dataconnect4j.cloud;
  exports io.github.dataconnect4j.consent;
  exports io.github.dataconnect4j.dataset;
  exports io.github.dataconnect4j.error;
  exports io.github.dataconnect4j.onboarding;
  exports io.github.dataconnect4j.pipeline;
  exports io.github.dataconnect4j.shared;
  exports io.github.dataconnect4j.spi;
  exports io.github.dataconnect4j.time;
  exports io.github.dataconnect4j.wording;
}
