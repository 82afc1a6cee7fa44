package io.github.dataconnect4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** The ways to read the files of a run: this project's, and its peers'. */
final class Readers {

  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final ObjectReader MAPS = JACKSON.readerFor(Map.class);
  private static final ObjectReader TREES = JACKSON.readerFor(JsonNode.class);
  private static final int BUFFER = 1 << 16;

  private Readers() {}

  static Tally rows(Extracts extracts) {
    Tally tally = new Tally();
    try (Rows<Row> rows = extracts.rows()) {
      rows.forEach(row -> tally.add(row.text("subject")));
    }
    return tally;
  }

  /** Reads rows with Jackson alone, as maps like those that stand behind a {@link Row}. */
  static Tally maps(Path folder) throws IOException {
    Tally tally = new Tally();
    for (Path file : files(folder)) {
      try (InputStream in = Files.newInputStream(file);
          MappingIterator<Map<String, Object>> maps = MAPS.readValues(in)) {
        while (maps.hasNext()) {
          tally.add(Optional.ofNullable((String) maps.next().get("subject")));
        }
      }
    }
    return tally;
  }

  /** Reads rows with Jackson alone and writes them to a file again: a copy without a service. */
  static Tally rewrite(Path folder, Path target) throws IOException {
    Tally tally = new Tally();
    try (OutputStream out = Files.newOutputStream(target);
        SequenceWriter lines =
            JACKSON
                .writer()
                .withRootValueSeparator("\n")
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(out)) {
      for (Path file : files(folder)) {
        try (InputStream in = Files.newInputStream(file);
            MappingIterator<JsonNode> trees = TREES.readValues(in)) {
          while (trees.hasNext()) {
            JsonNode row = trees.next();
            tally.add(Optional.ofNullable(row.path("subject").textValue()));
            lines.write(row);
          }
        }
      }
    }
    return tally;
  }

  /** The bytes that the client gives out of the run's files. */
  static long bytes(RunOutput output) throws IOException {
    long bytes = 0;
    for (StoredFile file : output.files()) {
      try (InputStream in = output.open(file)) {
        bytes += drain(in, OutputStream.nullOutputStream());
      }
    }
    return bytes;
  }

  /** An HTTP client that trusts an emulator. */
  static OkHttpClient plainClient(DataConnectEmulator emulator) {
    HandshakeCertificates.Builder trust = new HandshakeCertificates.Builder();
    for (X509Certificate authority : emulator.cloud().trust()) {
      trust.addTrustedCertificate(authority);
    }
    HandshakeCertificates certificates = trust.build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  /** The bytes that plain GETs give, without any of this project's or Azure's code. */
  static long plainBytes(
      OkHttpClient client, MailTenant tenant, List<StoredFile> files, OutputStream target)
      throws IOException {
    long bytes = 0;
    String authorization = tenant.authorization();
    for (StoredFile file : files) {
      Request request =
          new Request.Builder()
              .url(tenant.address(file).toString())
              .header("Authorization", authorization)
              .header("Accept-Encoding", "identity")
              .header("x-ms-version", "2021-08-06")
              .build();
      try (Response response = client.newCall(request).execute()) {
        if (response.code() != 200 || response.body() == null) {
          throw new IOException("GET " + request.url() + " was answered " + response.code());
        }
        bytes += drain(response.body().byteStream(), target);
      }
    }
    return bytes;
  }

  private static long drain(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      bytes += read;
    }
    return bytes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
