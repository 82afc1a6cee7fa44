package io.github.dataconnect4j.judges;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Azurite of its own, in memory, on a free port, with an account and key of our own. */
final class Azurite implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("listen(?:ing|s) (?:at|on) http://[^:]+:(\\d+)");
  private static final String ACCOUNT = "judged";

  private final Process process;
  private final String key;
  private final int port;
  private final Thread hook;

  private Azurite(Process process, String key) throws IOException {
    this.process = process;
    this.key = key;
    hook = new Thread(process::destroyForcibly, "stop-azurite");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      port = port(process.getInputStream());
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  static Azurite startOrSkip() throws IOException {
    Path main = Node.installedOrSkip("azurite", "dist/src/blob/main.js");
    byte[] bytes = new byte[64];
    new SecureRandom().nextBytes(bytes);
    String key = Base64.getEncoder().encodeToString(bytes);
    ProcessBuilder command =
        new ProcessBuilder(
            "node",
            main.toString(),
            "--inMemoryPersistence",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            "0");
    command.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + key);
    command.redirectErrorStream(true);
    return new Azurite(Node.startOrSkip(command), key);
  }

  /** Reads where it listens; goes on reading so that it never waits to be read. */
  private static int port(InputStream output) throws IOException {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(output, port), "azurite-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return port.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Azurite did not begin to listen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while Azurite started", e);
    }
  }

  private static void read(InputStream output, CompletableFuture<Integer> port) {
    StringBuilder all = new StringBuilder();
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher listening = LISTENING.matcher(line);
        if (!port.isDone() && listening.find()) {
          port.complete(Integer.valueOf(listening.group(1)));
        } else if (!port.isDone()) {
          all.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      all.append(e);
    }
    port.completeExceptionally(new IOException("It ended: " + all));
  }

  Judge judge(Set<Difference> differences) {
    return new Judge(
        "http://127.0.0.1:" + port + "/" + ACCOUNT,
        ACCOUNT,
        key,
        new OkHttpAsyncHttpClientBuilder().build(),
        differences);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
