package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.entra.Entra;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the stand-alone emulator prints, and a program in another JVM is given.
 *
 * @param values by their names
 */
record EmulatorLines(Map<String, String> values) {

  private static final int LINES = 13;

  /** Reads what the emulator prints first. */
  static EmulatorLines read(BufferedReader out) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < LINES; i++) {
      String line = String.valueOf(out.readLine());
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IOException("The emulator printed '" + line + "' after " + i + " lines.");
      }
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return new EmulatorLines(values);
  }

  String value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  Region region() {
    return new Region(value("DATACONNECT_LOCATION"));
  }

  AzureAccount account() throws IOException, GeneralSecurityException {
    Cloud cloud = cloud();
    return AzureAccount.at(cloud)
        .credential(
            AzureCredentials.clientSecret(
                cloud,
                value("AZURE_TENANT_ID"),
                value("AZURE_CLIENT_ID"),
                Secret.of(value("AZURE_CLIENT_SECRET"))))
        .subscription(value("AZURE_SUBSCRIPTION_ID"))
        .directory(Entra.directory());
  }

  private Cloud cloud() throws IOException, GeneralSecurityException {
    return Cloud.builder("emulator")
        .authority(value("AZURE_AUTHORITY_HOST"))
        .resourceManager(value("DATACONNECT_ARM_ENDPOINT"), Cloud.AZURE.resourceManagerAudience())
        .graph(value("DATACONNECT_GRAPH_ENDPOINT"), Cloud.AZURE.graphAudience())
        .blob(value("DATACONNECT_BLOB_ENDPOINT") + "/{account}")
        .portal(value("DATACONNECT_PORTAL_ENDPOINT"))
        .trust(List.of(certificate(Path.of(value("DATACONNECT_CA_CERTIFICATE")))))
        .build();
  }

  private static X509Certificate certificate(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
