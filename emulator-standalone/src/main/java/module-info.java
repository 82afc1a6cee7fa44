/** The emulator as a program of its own. */
module io.github.dataconnect4j.emulator.standalone {
  requires info.picocli;
  requires io.github.dataconnect4j.emulator;
  requires okhttp3.tls;
  requires static transitive org.jspecify;

  exports io.github.dataconnect4j.emulator.standalone;

  opens io.github.dataconnect4j.emulator.standalone to
      info.picocli;
}
