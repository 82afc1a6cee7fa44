package io.github.dataconnect4j.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.profile.AzureProfile;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Subscription;
import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;

/**
 * A subscription of Azure, or of an emulator, seen with one credential.
 *
 * <p>Each step returns a new account and opens nothing; the first use does. What is missing is said
 * then, in one message. Whoever used an account closes it; steps taken from one have connections of
 * their own.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class AzureAccount implements CloudAccount {

  private static final String USER_AGENT = "dataconnect4j";

  private final Cloud cloud;
  private final Settings settings;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Once<HttpStack> stack = new Once<>(this::openStack);
  private final Once<CachingCredential> caching = new Once<>(this::cachingCredential);
  private final Once<HttpPipeline> arm = new Once<>(this::openArmPipeline);
  private final Once<Caller> caller = new Once<>(() -> CallerToken.ask(this));
  private final Once<Subscription> subscription = new Once<>(() -> new ArmSubscription(this));
  private final Once<Storage> storage = new Once<>(() -> AzureStorage.of(this));
  private final Once<Directory> directory = new Once<>(() -> provider().directory(this));
  private final Once<ConsentLog> consentLog = new Once<>(() -> provider().consentLog(this));
  private final Once<RegistrationPortal> portal = new Once<>(this::openPortal);

  private AzureAccount(Cloud cloud, Settings settings) {
    this.cloud = Objects.requireNonNull(cloud, "cloud");
    this.settings = settings;
  }

  /** An account at a cloud; add a credential, a subscription and a directory. */
  public static AzureAccount at(Cloud cloud) {
    return new AzureAccount(cloud, Settings.NONE);
  }

  /**
   * What to sign in with: any credential of {@code azure-identity}, or {@link AzureCredentials}.
   */
  public AzureAccount credential(TokenCredential credential) {
    Objects.requireNonNull(credential, "credential");
    return new AzureAccount(
        cloud,
        new Settings(
            Optional.of(credential), settings.subscription, settings.directory, settings.http));
  }

  /**
   * The subscription that resources are made in.
   *
   * @throws IllegalArgumentException if the id is not one
   */
  public AzureAccount subscription(String id) {
    String folded = Objects.requireNonNull(id, "id").strip().toLowerCase(Locale.ROOT);
    if (!folded.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException(
          "Subscription '"
              + id
              + "' is not a subscription id, which looks like"
              + " 00000000-0000-0000-0000-000000000000. The Azure portal shows it under"
              + " Subscriptions; the name does not serve.");
    }
    return new AzureAccount(
        cloud,
        new Settings(settings.credential, Optional.of(folded), settings.directory, settings.http));
  }

  /** Where people and applications are: {@code Entra.directory()} of the module {@code entra}. */
  public AzureAccount directory(DirectoryProvider provider) {
    Objects.requireNonNull(provider, "provider");
    return new AzureAccount(
        cloud,
        new Settings(
            settings.credential, settings.subscription, Optional.of(provider), settings.http));
  }

  /** How the services are reached; {@link HttpSettings#standard()} unless said. */
  public AzureAccount http(HttpSettings http) {
    Objects.requireNonNull(http, "http");
    return new AzureAccount(
        cloud, new Settings(settings.credential, settings.subscription, settings.directory, http));
  }

  @Override
  public Cloud cloud() {
    return cloud;
  }

  @Override
  public String subscriptionId() {
    requireReady(Need.SUBSCRIPTION);
    return settings.subscription.orElseThrow();
  }

  @Override
  public Caller caller() {
    requireReady(Need.CREDENTIAL);
    return caller.get();
  }

  @Override
  public Subscription subscription() {
    requireReady(Need.CREDENTIAL, Need.SUBSCRIPTION);
    return subscription.get();
  }

  @Override
  public Storage storage() {
    requireReady(Need.CREDENTIAL, Need.SUBSCRIPTION);
    return storage.get();
  }

  @Override
  public Directory directory() {
    requireReady(Need.CREDENTIAL, Need.DIRECTORY);
    return directory.get();
  }

  @Override
  public RegistrationPortal registrationPortal() {
    requireReady();
    return portal.get();
  }

  @Override
  public ConsentLog consentLog() {
    requireReady(Need.CREDENTIAL, Need.DIRECTORY);
    return consentLog.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      stack.ifMade(HttpStack::close);
    }
  }

  @Override
  public String toString() {
    return "AzureAccount[" + cloud + ", " + settings.subscription.orElse("no subscription") + "]";
  }

  // ---- For backend modules: what they build their own clients on. Callers have no use for it.
  // ----

  /**
   * A pipeline to Azure Resource Manager: signed in, retrying on the cloud's clock. Clients built
   * on it must have no retries and no authentication of their own.
   */
  public HttpPipeline armPipeline() {
    requireReady(Need.CREDENTIAL, Need.SUBSCRIPTION);
    return arm.get();
  }

  /**
   * A pipeline to a service of its own, as {@link #armPipeline()} is one to Azure Resource Manager.
   * Its tokens are shown to the endpoint's host and port, and a request to any other is refused.
   *
   * @param audience what tokens are asked for, such as {@code https://dev.azuresynapse.net}
   * @param endpoint where the service answers
   */
  public HttpPipeline pipelineFor(String audience, URI endpoint) {
    requireReady(Need.CREDENTIAL);
    return pipeline(
        stack.get().calls(),
        List.of(
            new SeamAuthenticationPolicy(caching.get(), TokenAudience.only(audience, endpoint))));
  }

  /** The cloud and the subscription, as the management clients want them. */
  public AzureProfile profile() {
    requireReady(Need.SUBSCRIPTION);
    return Profiles.of(cloud, subscriptionId());
  }

  /**
   * As {@link #pipelineFor(String, URI)}, for a client that is not built on azure-core. It has no
   * bound on a whole call, which would count the pauses between two tries; silence is bounded by
   * the read time-out. Its connections are closed with this account.
   *
   * @param audience what tokens are asked for, such as {@code https://graph.microsoft.com}
   * @param endpoint where the service answers
   */
  public OkHttpClient okHttpClientFor(String audience, URI endpoint) {
    requireReady(Need.CREDENTIAL);
    return stack
        .get()
        .okHttp()
        .newBuilder()
        .callTimeout(Duration.ZERO)
        .addInterceptor(
            new SeamInterceptor(cloud, caching.get(), TokenAudience.only(audience, endpoint)))
        .build();
  }

  /** The credential, with its tokens kept until they are about to expire. */
  public TokenCredential credential() {
    requireReady(Need.CREDENTIAL);
    return caching.get();
  }

  /** The loop to wait in, on the cloud's clock. */
  public Waiting waiting() {
    return new Waiting(cloud.time(), cloud.chance());
  }

  // ---- The rest of the module. ----

  /** A pipeline for files, which may take long. */
  HttpPipeline blobPipeline() {
    return pipeline(
        stack.get().downloads(),
        List.of(new SeamAuthenticationPolicy(caching.get(), TokenAudience.blobs(cloud))));
  }

  private HttpStack openStack() {
    return HttpStack.open(cloud, settings.http);
  }

  private CachingCredential cachingCredential() {
    TokenCredential origin = settings.credential.orElseThrow();
    return new CachingCredential(
        origin instanceof ApplicationTokens ours ? ours.over(stack.get()) : origin,
        TimeSource.system());
  }

  private HttpPipeline openArmPipeline() {
    return pipeline(
        stack.get().calls(),
        List.of(new SeamAuthenticationPolicy(caching.get(), TokenAudience.resourceManager(cloud))));
  }

  private RegistrationPortal openPortal() {
    return cloud
        .portal()
        .<RegistrationPortal>map(
            base -> new DirectPortal(base, pipeline(stack.get().calls(), List.of())))
        .orElseGet(GuidedPortal::new);
  }

  private HttpPipeline pipeline(HttpClient client, List<SeamAuthenticationPolicy> authentication) {
    List<HttpPipelinePolicy> policies = new ArrayList<>();
    policies.add(new UserAgentPolicy(USER_AGENT));
    policies.add(new RequestIdPolicy());
    policies.add(new SeamRetryPolicy(cloud));
    policies.addAll(authentication);
    return new HttpPipelineBuilder()
        .policies(policies.toArray(HttpPipelinePolicy[]::new))
        .httpClient(client)
        .build();
  }

  private DirectoryProvider provider() {
    return settings.directory.orElseThrow();
  }

  private void requireReady(Need... needs) {
    if (closed.get()) {
      throw HttpStack.refusal();
    }
    List<String> faults = new ArrayList<>();
    for (Need need : needs) {
      if (need.isMissing(settings)) {
        faults.add(need.cure);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), faults));
    }
  }

  private enum Need {
    CREDENTIAL("The account has no credential. Add .credential(...) to AzureAccount.at(...)."),
    SUBSCRIPTION("The account has no subscription. Add .subscription(id) to AzureAccount.at(...)."),
    DIRECTORY(
        "The account has no directory. Add .directory(Entra.directory()) to AzureAccount.at(...);"
            + " the class is in dataconnect4j-entra.");

    private final String cure;

    Need(String cure) {
      this.cure = cure;
    }

    boolean isMissing(Settings settings) {
      return switch (this) {
        case CREDENTIAL -> settings.credential.isEmpty();
        case SUBSCRIPTION -> settings.subscription.isEmpty();
        case DIRECTORY -> settings.directory.isEmpty();
      };
    }
  }

  private record Settings(
      Optional<TokenCredential> credential,
      Optional<String> subscription,
      Optional<DirectoryProvider> directory,
      HttpSettings http) {

    static final Settings NONE =
        new Settings(Optional.empty(), Optional.empty(), Optional.empty(), HttpSettings.standard());
  }
}
