package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * {@code AzureAccount} with {@code Entra.directory()}: real clients over HTTPS, and the emulator.
 */
class AzureAccountConformanceTest {

  private static Fixture fixture;

  @BeforeAll
  static void start() {
    fixture = new Fixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
    assertThat(fixture.emulator().unknownRoutes()).isEmpty();
  }

  @Nested
  class OfStorage extends StorageContract {
    @Override
    protected StorageFixture fixture() {
      return fixture;
    }
  }

  @Nested
  class OfTheSubscription extends SubscriptionContract {
    @Override
    protected SubscriptionFixture fixture() {
      return fixture;
    }
  }

  @Nested
  class OfTheDirectory extends DirectoryContract {
    @Override
    protected DirectoryFixture fixture() {
      return fixture;
    }
  }

  @Nested
  class OfTheConsentLog extends ConsentLogContract {
    @Override
    protected ConsentFixture fixture() {
      return fixture;
    }
  }

  @Nested
  class OfTheRegistrationPortal extends RegistrationPortalContract {
    @Override
    protected ConsentFixture fixture() {
      return fixture;
    }
  }

  private static final class Fixture extends EmulatedAccountFixture
      implements StorageFixture, SubscriptionFixture, DirectoryFixture, ConsentFixture {

    private final ByHand hand;
    private final Set<String> open = new HashSet<>();

    Fixture() {
      super(smallTenant());
      hand = new ByHand(emulator());
    }

    @Override
    public Set<Capability> capabilities() {
      return EnumSet.of(Capability.TROUBLE, Capability.CLOCK);
    }

    @Override
    public CloudAccount account() {
      return EmulatedAzureFixture.account(emulator());
    }

    @Override
    public void write(StorageAccount account, String container, String path, byte[] content) {
      if (open.add(account.id())) {
        openToTheDeveloper(account);
      }
      String encoded =
          Arrays.stream(path.split("/", -1))
              .map(one -> URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20"))
              .collect(Collectors.joining("/"));
      String endpoint = account.blobEndpoint().toString().replaceAll("/+$", "");
      hand.putBlob(URI.create(endpoint + "/" + container + "/" + encoded), content);
    }

    private void openToTheDeveloper(StorageAccount storage) {
      try (CloudAccount account = account()) {
        String developer =
            account.directory().findPerson(emulator().developer()).orElseThrow().objectId();
        account
            .storage()
            .grant(
                storage, DataRole.BLOB_DATA_CONTRIBUTOR, developer, CloudAccount.Caller.Kind.USER);
      }
    }

    @Override
    public int filesPerPage() {
      return 5000;
    }

    @Override
    public String unregisteredProvider() {
      return "Microsoft.Synapse";
    }

    @Override
    public String administrator() {
      return emulator().administrator().name();
    }

    @Override
    public void switchOffDataConnect() {
      emulator().administrator().switchOffDataConnect();
    }

    @Override
    public void forbidAuditLog() {
      emulator().faults().add("security-auditcoreroot-post-auditlogqueries", Fault.refused(403));
    }
  }
}
