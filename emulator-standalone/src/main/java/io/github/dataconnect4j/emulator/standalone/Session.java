package io.github.dataconnect4j.emulator.standalone;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okhttp3.tls.Certificates;

/**
 * A running emulator and what it wrote to the machine; closing it says what was asked in vain.
 *
 * <p>Thread-safe: it may end while it is being introduced.
 */
final class Session implements AutoCloseable {

  private final DataConnectEmulator emulator;
  private final Path certificate;
  private final PrintWriter err;
  private boolean closed;

  private Session(DataConnectEmulator emulator, Path certificate, PrintWriter err) {
    this.emulator = emulator;
    this.certificate = certificate;
    this.err = err;
  }

  /** Writes the certificate authority to a temporary file, for clients to trust. */
  static Session open(DataConnectEmulator emulator, PrintWriter err) throws IOException {
    try {
      Path certificate = Files.createTempFile("dataconnect4j-ca-", ".pem");
      Files.writeString(certificate, Certificates.certificatePem(emulator.cloud().trust().get(0)));
      return new Session(emulator, certificate, err);
    } catch (IOException e) {
      emulator.close();
      throw e;
    }
  }

  /** Prints what clients need to know, a line each: names, values and nothing around them. */
  void print(PrintWriter out) {
    for (Map.Entry<String, String> line : Endpoints.of(emulator, certificate).entrySet()) {
      // Not println: a carriage return would become part of the value.
      out.print(line.getKey() + "=" + line.getValue() + "\n");
    }
    out.flush();
  }

  /** Tells people what this is. */
  void introduce(Options options) {
    String portal = Endpoints.of(emulator, certificate).get(Endpoints.PORTAL);
    err.printf(
        """

        DataConnect4J emulator at %s. Nothing here is real: no Azure, no Microsoft 365,
        no people, and a secret that is good for nothing else.

        Time is the machine's; the stages of a run take %s together.
        %s may own applications and registers them.
        %s is Global Administrator, and %s.
        Both sign in without a password: POST %s/sign-in

        The lines above as exported variables, in sh:  set -a; paste them; set +a
        Node.js trusts it by  NODE_EXTRA_CA_CERTS="$DATACONNECT_CA_CERTIFICATE"
        Python trusts it by   REQUESTS_CA_BUNDLE="$DATACONNECT_CA_CERTIFICATE"

        %s
        """,
        emulator.cloud().authority(),
        options.runTime(),
        emulator.developer(),
        emulator.administrator().name(),
        options.administrator(),
        portal,
        options.endsWithStandardInput()
            ? "It stops when its standard input ends, or at Ctrl-C."
            : "Ctrl-C stops it.");
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    emulator.close();
    report(emulator.unknownRoutes());
    try {
      Files.deleteIfExists(certificate);
    } catch (IOException e) {
      err.println("Could not delete " + certificate + ": " + e.getMessage());
    }
    err.flush();
  }

  private void report(List<RecordedRequest> unknown) {
    err.println("Requests that met an unknown route: " + unknown.size());
    for (RecordedRequest request : unknown) {
      err.println("  " + request.service() + " " + request.method() + " " + request.target());
    }
  }
}
