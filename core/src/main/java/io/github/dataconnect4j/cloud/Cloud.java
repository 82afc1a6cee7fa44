package io.github.dataconnect4j.cloud;

import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where the services are, whom to trust there, and what time it is: Azure, or an emulator.
 *
 * <p>The same program runs against either; only this value differs. Of the sovereign clouds only
 * the endpoints are known: whether Data Connect is offered there, Microsoft's pages do not say.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Cloud {

  /** Azure and Microsoft 365 for the public. */
  public static final Cloud AZURE =
      builder("Azure")
          .authority("https://login.microsoftonline.com")
          .resourceManager("https://management.azure.com", "https://management.azure.com")
          .graph("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com")
          .blob("https://{account}.blob.core.windows.net")
          .dataLake("https://{account}.dfs.core.windows.net")
          .build();

  /** Azure Government. */
  public static final Cloud AZURE_US_GOVERNMENT =
      builder("Azure US Government")
          .authority("https://login.microsoftonline.us")
          .resourceManager(
              "https://management.usgovcloudapi.net", "https://management.usgovcloudapi.net")
          .graph("https://graph.microsoft.us/v1.0", "https://graph.microsoft.us")
          .blob("https://{account}.blob.core.usgovcloudapi.net")
          .dataLake("https://{account}.dfs.core.usgovcloudapi.net")
          .build();

  /** Azure operated by 21Vianet. */
  public static final Cloud AZURE_CHINA =
      builder("Azure China")
          .authority("https://login.chinacloudapi.cn")
          .resourceManager(
              "https://management.chinacloudapi.cn", "https://management.chinacloudapi.cn")
          .graph(
              "https://microsoftgraph.chinacloudapi.cn/v1.0",
              "https://microsoftgraph.chinacloudapi.cn")
          .blob("https://{account}.blob.core.chinacloudapi.cn")
          .dataLake("https://{account}.dfs.core.chinacloudapi.cn")
          .build();

  private final Builder values;

  private Cloud(Builder values) {
    this.values = values;
  }

  /**
   * Starts a cloud of your own, such as a proxy's or an emulator's.
   *
   * @param name the name that messages show
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public String name() {
    return values.name;
  }

  /** Where tokens come from. */
  public URI authority() {
    return required(values.authority, "authority");
  }

  /** Where Azure Resource Manager answers. */
  public URI resourceManager() {
    return required(values.resourceManager, "resource manager");
  }

  /** What a token for Azure Resource Manager is asked for. */
  public String resourceManagerAudience() {
    return values.resourceManagerAudience;
  }

  /** Where Microsoft Graph answers, with its version. */
  public URI graph() {
    return required(values.graph, "graph");
  }

  /** What a token for Microsoft Graph is asked for. */
  public String graphAudience() {
    return values.graphAudience;
  }

  /** The blob endpoint of a storage account, where the account itself does not tell it. */
  public URI blob(String account) {
    return URI.create(values.blob.replace("{account}", account));
  }

  /** The Data Lake Storage endpoint of a storage account, where the account does not tell it. */
  public URI dataLake(String account) {
    return URI.create(values.dataLake.replace("{account}", account));
  }

  /**
   * What a token for the artifacts and runs of a Synapse workspace is asked for; where a workspace
   * answers, it tells itself.
   */
  public String synapseAudience() {
    return values.synapseAudience;
  }

  /** Where apps are registered by a call; empty on Azure, where a person does it on a web page. */
  public Optional<URI> portal() {
    return values.portal;
  }

  /** The certificate authorities to trust instead of the machine's; empty for the machine's. */
  public List<X509Certificate> trust() {
    return values.trust;
  }

  /** The clock that everything here goes by. */
  public TimeSource time() {
    return values.time;
  }

  /** Chance, for run keys and for pauses that must not fall together. */
  public RandomGenerator chance() {
    return values.chance;
  }

  /** The same cloud with another clock and other chance, for tests. */
  public Cloud with(TimeSource time, RandomGenerator chance) {
    Builder copy = new Builder(values);
    copy.time = Objects.requireNonNull(time, "time");
    copy.chance = Objects.requireNonNull(chance, "chance");
    return new Cloud(copy);
  }

  @Override
  public String toString() {
    return values.name;
  }

  private static URI required(Optional<URI> endpoint, String name) {
    return endpoint.orElseThrow(
        () -> new IllegalStateException("The cloud has no " + name + " endpoint. Set it."));
  }

  /** Collects the endpoints of a {@link Cloud}. Confined to one thread. */
  public static final class Builder {

    private final String name;
    private Optional<URI> authority = Optional.empty();
    private Optional<URI> resourceManager = Optional.empty();
    private String resourceManagerAudience = "https://management.azure.com";
    private Optional<URI> graph = Optional.empty();
    private String graphAudience = "https://graph.microsoft.com";
    private String blob = "https://{account}.blob.core.windows.net";
    private String dataLake = "https://{account}.dfs.core.windows.net";
    private String synapseAudience = "https://dev.azuresynapse.net";
    private Optional<URI> portal = Optional.empty();
    private List<X509Certificate> trust = List.of();
    private TimeSource time = TimeSource.system();
    private RandomGenerator chance = new SecureRandom();

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    private Builder(Builder other) {
      name = other.name;
      authority = other.authority;
      resourceManager = other.resourceManager;
      resourceManagerAudience = other.resourceManagerAudience;
      graph = other.graph;
      graphAudience = other.graphAudience;
      blob = other.blob;
      dataLake = other.dataLake;
      synapseAudience = other.synapseAudience;
      portal = other.portal;
      trust = other.trust;
      time = other.time;
      chance = other.chance;
    }

    /** Where tokens come from, without a tenant. */
    public Builder authority(String endpoint) {
      authority = Optional.of(https(endpoint));
      return this;
    }

    /** Where Azure Resource Manager answers, and what its tokens are asked for. */
    public Builder resourceManager(String endpoint, String audience) {
      resourceManager = Optional.of(https(endpoint));
      resourceManagerAudience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /** Where Microsoft Graph answers, with its version, and what its tokens are asked for. */
    public Builder graph(String endpoint, String audience) {
      graph = Optional.of(https(endpoint));
      graphAudience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /**
     * Where blobs are, with {@code {account}} for the account's name.
     *
     * @throws IllegalArgumentException if it is not https, or has no {@code {account}}
     */
    public Builder blob(String template) {
      blob = template("Blob", template);
      return this;
    }

    /**
     * Where Data Lake Storage Gen2 answers, with {@code {account}} for the account's name.
     *
     * @throws IllegalArgumentException if it is not https, or has no {@code {account}}
     */
    public Builder dataLake(String template) {
      dataLake = template("Data Lake Storage", template);
      return this;
    }

    /** What tokens for Synapse workspaces are asked for; that of public Azure by default. */
    public Builder synapseAudience(String audience) {
      synapseAudience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /** Where apps are registered by a call. */
    public Builder portal(String endpoint) {
      portal = Optional.of(https(endpoint));
      return this;
    }

    /** The certificate authorities to trust instead of the machine's. */
    public Builder trust(List<X509Certificate> authorities) {
      trust = List.copyOf(authorities);
      return this;
    }

    /** The clock; the machine's by default. */
    public Builder time(TimeSource source) {
      time = Objects.requireNonNull(source, "source");
      return this;
    }

    /** Chance; unpredictable by default. */
    public Builder chance(RandomGenerator generator) {
      chance = Objects.requireNonNull(generator, "generator");
      return this;
    }

    public Cloud build() {
      return new Cloud(new Builder(this));
    }

    private static String template(String name, String template) {
      https(template.replace("{account}", "account"));
      if (!template.contains("{account}")) {
        throw new IllegalArgumentException(
            name
                + " endpoint '"
                + template
                + "' is the same for every account. Write {account} where the account's name goes.");
      }
      return template;
    }

    private static URI https(String endpoint) {
      URI uri = URI.create(endpoint);
      if (uri.getHost() == null) {
        throw new IllegalArgumentException(
            "Endpoint '" + endpoint + "' names no host. Write it as in https://localhost:8443.");
      }
      if (!"https".equalsIgnoreCase(uri.getScheme())) {
        throw new IllegalArgumentException(
            "Endpoint '" + endpoint + "' is not https, and tokens go nowhere else. Use https.");
      }
      return uri;
    }
  }
}
