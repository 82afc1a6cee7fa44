/** A program on the module path. */
module org.example.modules {
  requires io.github.dataconnect4j;
  requires io.github.dataconnect4j.azure;
  requires io.github.dataconnect4j.datafactory;
  requires io.github.dataconnect4j.emulator;
  requires io.github.dataconnect4j.extracts;
  requires io.github.dataconnect4j.synapse;
}
