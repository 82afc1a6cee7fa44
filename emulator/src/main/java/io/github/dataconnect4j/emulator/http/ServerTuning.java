package io.github.dataconnect4j.emulator.http;

import com.sun.net.httpserver.HttpServer;
import io.github.dataconnect4j.spi.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the JDK's HTTP server from holding each answer back for 40 ms, as it does on JDK 17 unless
 * {@code sun.net.httpserver.nodelay} is set before its classes are loaded.
 */
final class ServerTuning {

  private static final Logger LOG = LoggerFactory.getLogger(ServerTuning.class);
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";
  private static final Duration HELD_BACK = Duration.ofMillis(25);
  private static final int PROBES = 3;

  private static boolean done;

  private ServerTuning() {}

  /** Sets the property, and warns if that comes too late: something else has loaded the server. */
  static synchronized void apply() {
    if (done || Boolean.getBoolean(NO_DELAY)) {
      done = true;
      return;
    }
    System.setProperty(NO_DELAY, "true");
    done = true;
    try {
      if (isHeldBack()) {
        LOG.warn(
            "The JDK's HTTP server was loaded before the emulator and delays each answer by 40 ms."
                + " Start Java with -D{}=true.",
            NO_DELAY);
      }
    } catch (IOException e) {
      LOG.debug("could not probe the HTTP server", e);
    }
  }

  // The quickest of several: a busy machine makes an answer slow now and then, the delay always.
  private static boolean isHeldBack() throws IOException {
    InetSocketAddress anyPort =
        new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[] {'o', 'k'});
          }
        });
    server.start();
    try {
      Duration quickest = HELD_BACK.multipliedBy(2);
      for (int i = 0; i < PROBES; i++) {
        Duration took = ask(server.getAddress().getPort());
        quickest = took.compareTo(quickest) < 0 ? took : quickest;
      }
      return quickest.compareTo(HELD_BACK) > 0;
    } finally {
      server.stop(0);
    }
  }

  private static Duration ask(int port) throws IOException {
    TimeSource time = TimeSource.system();
    URI uri = URI.create("http://127.0.0.1:" + port + "/");
    Duration start = time.elapsed();
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    }
    return time.elapsed().minus(start);
  }
}
