package io.github.dataconnect4j.emulator.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections on loopback and has each served by a thread of its own. HttpCore brings such a
 * server too, but its listening thread keeps a program alive that forgets to close the emulator.
 */
final class Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final AtomicInteger THREADS = new AtomicInteger();

  // As many as a test suite opens at the same moment.
  private static final int WAITING = 256;

  // A client that stays silent this long has gone; OkHttp keeps idle connections for as long.
  private static final int SILENCE_MILLIS = 300_000;

  // Azure's services refuse longer targets and headers; a line without an end is no request.
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(64 << 10)
          .setMaxHeaderCount(200)
          .setBufferSize(16 << 10)
          .build();

  private final ServerSocket listener;
  private final SSLContext tls;
  private final HttpService service;
  private final DefaultBHttpServerConnectionFactory connections =
      DefaultBHttpServerConnectionFactory.builder()
          .scheme("https")
          .http1Config(LIMITS)
          .requestParserFactory(
              new DefaultHttpRequestParserFactory(
                  LIMITS, BasicLineParser.INSTANCE, new RawRequest.Factory()))
          .build();
  private final Set<DefaultBHttpServerConnection> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            // Daemons, so that a program that forgets to close the emulator still ends.
            Thread thread = new Thread(task, "emulator-http-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Binds a port; {@link #start} begins to serve.
   *
   * @throws IOException if the port cannot be had
   */
  Connections(int port, SSLContext tls, HttpService service) throws IOException {
    this.tls = tls;
    this.service = service;
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    listener = new ServerSocket();
    try {
      listener.bind(new InetSocketAddress(loopback, port), WAITING);
    } catch (BindException e) {
      listener.close();
      throw new BindException(
          "Port "
              + port
              + " on 127.0.0.1 is in use. Stop what listens there, or take port 0 for any free one.");
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  void start() {
    threads.execute(this::listen);
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        LOG.debug("no longer listening cause={}", e.toString());
      } catch (RuntimeException e) {
        // Closed between the two.
        LOG.debug("connection not served cause={}", e.toString());
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENCE_MILLIS);
      SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
      secured.setUseClientMode(false);
      DefaultBHttpServerConnection connection = connections.createConnection(secured, socket);
      open.add(connection);
      try {
        serve(connection);
      } finally {
        open.remove(connection);
      }
    } catch (IOException e) {
      LOG.debug("connection broken cause={}", e.toString());
    }
  }

  private void serve(DefaultBHttpServerConnection connection) throws IOException {
    CloseMode end = CloseMode.IMMEDIATE;
    try {
      while (connection.isOpen() && !listener.isClosed()) {
        service.handleRequest(connection, HttpCoreContext.create());
      }
      end = CloseMode.GRACEFUL;
    } catch (ConnectionClosedException e) {
      // The client has gone, or the answer was ordered to be lost.
      end = CloseMode.GRACEFUL;
    } catch (HttpException e) {
      LOG.debug("no request cause={}", e.toString());
    } finally {
      connection.close(end);
    }
  }

  /** Breaks what is open off, and lets go of the port. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.debug("port not released cause={}", e.toString());
    }
    open.forEach(connection -> connection.close(CloseMode.IMMEDIATE));
    threads.shutdownNow();
  }
}
