package io.github.dataconnect4j.examples;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AzureCliCredentialBuilder;
import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Azure, with the account that the usual variables describe. None of this has met the real Azure
 * yet.
 */
final class AzureSetting extends Setting {

  private final DataConnect dataConnect;
  private final Landing landing;
  private final String handmade;
  private final Cloud cloud = Cloud.AZURE;

  private AzureSetting(PrintStream out, Arguments arguments, Map<String, String> environment) {
    super(out);
    Backend backend = arguments.backend();
    TokenCredential credential = credential(environment);
    dataConnect =
        DataConnect.open(
            AzureAccount.at(cloud)
                .credential(credential)
                .subscription(value(environment, "AZURE_SUBSCRIPTION_ID"))
                .directory(Entra.directory()));
    handmade = environment.getOrDefault("DATACONNECT_PIPELINE", "");
    landing =
        Landing.in(
                value(environment, "DATACONNECT_RESOURCE_GROUP"),
                new Region(value(environment, "DATACONNECT_LOCATION")))
            .application("email-metrics", value(environment, "DATACONNECT_OWNER"))
            .storage(arguments.storage().in(value(environment, "DATACONNECT_STORAGE_ACCOUNT")))
            .host(backend.named(value(environment, backend.variable())));
  }

  /**
   * @throws IllegalArgumentException with one page that says what is set and what is missing
   */
  static AzureSetting open(PrintStream out, Arguments arguments, Map<String, String> environment) {
    Map<String, String> needed = needed(arguments.backend());
    List<String> missing =
        needed.keySet().stream()
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(page(needed, missing));
    }
    return new AzureSetting(out, arguments, environment);
  }

  private static String page(Map<String, String> needed, List<String> missing) {
    String lines =
        needed.entrySet().stream()
            .map(
                one ->
                    String.format(
                        "  %-7s  %-29s  %s",
                        missing.contains(one.getKey()) ? "MISSING" : "set",
                        one.getKey(),
                        one.getValue()))
            .collect(Collectors.joining(System.lineSeparator()));
    return String.join(
        System.lineSeparator(),
        "To run on Azure, set these variables and run again:",
        "",
        lines,
        "",
        "Sign in as a service principal by setting AZURE_CLIENT_ID and AZURE_CLIENT_SECRET too,",
        "or as yourself with 'az login'. Without --azure the program runs on the emulator and needs",
        "none of this.");
  }

  private static Map<String, String> needed(Backend backend) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("AZURE_TENANT_ID", "the tenant of Microsoft 365 and of the subscription");
    needed.put("AZURE_SUBSCRIPTION_ID", "the subscription that is charged");
    needed.put("DATACONNECT_OWNER", "who owns the app: ana@contoso.com, not the approver");
    needed.put("DATACONNECT_LOCATION", "an Azure region near the mailboxes: westeurope");
    needed.put("DATACONNECT_RESOURCE_GROUP", "the resource group, made if need be: m365-rg");
    needed.put("DATACONNECT_STORAGE_ACCOUNT", "the storage account, unique in Azure, likewise");
    needed.put(backend.variable(), "the " + backend + ", unique in Azure, likewise");
    return needed;
  }

  private static TokenCredential credential(Map<String, String> environment) {
    String tenant = value(environment, "AZURE_TENANT_ID");
    String client = environment.getOrDefault("AZURE_CLIENT_ID", "");
    String secret = environment.getOrDefault("AZURE_CLIENT_SECRET", "");
    return client.isBlank() || secret.isBlank()
        ? new AzureCliCredentialBuilder().tenantId(tenant).build()
        : AzureCredentials.clientSecret(Cloud.AZURE, tenant, client, Secret.of(secret));
  }

  private static String value(Map<String, String> environment, String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }

  @Override
  DataConnect dataConnect() {
    return dataConnect;
  }

  @Override
  Landing landing() {
    return landing;
  }

  @Override
  Registration registration() {
    return Mail.registration(landing);
  }

  @Override
  List<Copy<?>> copies() {
    return List.of(Mail.lastMonth(cloud.time().now()));
  }

  @Override
  Handmade handmade() {
    if (handmade.isBlank()) {
      throw new IllegalArgumentException(
          "DATACONNECT_PIPELINE is not set. Set it to the name of a pipeline without parameters,"
              + " or with defaults for them.");
    }
    return new Handmade(handmade, Map.of());
  }

  @Override
  void introduce() {
    say("Microsoft 365 to rows, on Azure.");
  }

  @Override
  void administratorSwitchesOn() {
    // Nobody can be told to: no call tells whether it is needed.
  }

  @Override
  void requireSameCounts(Map<Dataset<?>, Long> read) {
    // Nobody knows how many there are.
  }

  @Override
  String dataConnectTime() {
    return cloud.time().now().toString();
  }
}
