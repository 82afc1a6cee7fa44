package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.time.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** Launches a server, asks it something, and stops it. */
final class Launch {

  private static final Pattern LISTENING =
      Pattern.compile("listen(?:ing|s) (?:at|on) (https?)://[^:]+:([0-9]+)");

  // The certificate is made at the start: whom to trust is not what is measured.
  private static final HandshakeCertificates ANY_ON_LOOPBACK =
      new HandshakeCertificates.Builder().addInsecureHost("localhost").build();
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .sslSocketFactory(ANY_ON_LOOPBACK.sslSocketFactory(), ANY_ON_LOOPBACK.trustManager())
          // Named here, or the machine would be asked for the address's name, and for the name's.
          .dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})))
          .readTimeout(Duration.ofMinutes(1))
          .build();
  private static final TimeSource TIME = TimeSource.system();

  private Launch() {}

  /**
   * How long it took from the launch to the answer to the first request: a list of containers by
   * nobody, which all of them refuse.
   *
   * @throws IOException if it ends without listening, or does not answer that
   */
  static Duration of(List<String> command) throws IOException, InterruptedException {
    Duration launched = TIME.elapsed();
    Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      String root = root(output, command);
      Request request = new Request.Builder().url(root + "/devstoreaccount1/?comp=list").build();
      try (Response response = CLIENT.newCall(request).execute()) {
        Duration took = TIME.elapsed().minus(launched);
        if (response.code() < 400 || response.code() >= 500) {
          throw new IOException(command.get(0) + " answered " + response.code());
        }
        return took;
      }
    } finally {
      stop(server);
    }
  }

  private static String root(BufferedReader output, List<String> command) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1) + "://localhost:" + listening.group(2);
      }
      all.append(line).append(System.lineSeparator());
    }
    throw new IOException(String.join(" ", command) + " did not listen:\n" + all);
  }

  /** By the end of its input, so that an emulator deletes its files; what has no ear for it, so. */
  private static void stop(Process server) throws IOException, InterruptedException {
    try (OutputStream input = server.getOutputStream()) {
      input.flush();
    }
    if (!server.waitFor(1, TimeUnit.SECONDS)) {
      server.destroy();
    }
    if (!server.waitFor(10, TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
  }
}
