package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.Person;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Directory} must do. Its author writes a class that extends this one and gives
 * it a {@link DirectoryFixture}.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class DirectoryContract extends AccountContract<DirectoryFixture> {

  /** For subclasses. */
  protected DirectoryContract() {}

  /** The directory under test. Asked for once by each behavior. */
  @Override
  protected abstract DirectoryFixture fixture();

  /** People and their roles. */
  @Nested
  class People {

    @Test
    void findsAPersonByNameAndById() {
      Person found = directory().findPerson(far.owner()).orElseThrow();

      assertThat(found.principalName()).isEqualToIgnoringCase(far.owner());
      assertThat(found.guest()).isFalse();
      assertThat(directory().findPerson(found.objectId())).contains(found);
    }

    @Test
    void knowsNoStranger() {
      assertThat(directory().findPerson("nobody." + far.owner())).isEmpty();
      assertThat(directory().findPerson("00000000-0000-4000-8000-000000000003")).isEmpty();
    }

    @Test
    void tellsDirectoryRoles() {
      String administrator = directory().findPerson(far.administrator()).orElseThrow().objectId();

      assertThat(directory().directoryRoles(administrator)).contains("Global Administrator");
      assertThat(directory().directoryRoles(ownerId())).doesNotContain("Global Administrator");
    }
  }

  /** Applications, and what belongs to them. */
  @Nested
  class Applications {

    @Test
    void findsAnApplicationByItsWholeTag() {
      Application made = application();

      assertThat(directory().findApplication(tag())).contains(made);
      assertThat(directory().findApplication("kit:" + name)).isEmpty();
      assertThat(made.name()).isEqualTo(name + " Größe");
    }

    @Test
    void makesOneApplicationOfATag() {
      Application first = application();

      Application second = application();

      assertThat(second.objectId()).isEqualTo(first.objectId());
    }

    @Test
    void makesOneApplicationThoughTheAnswerWasLost() {
      needs(Capability.TROUBLE);
      far.order(Call.CREATE_APPLICATION, Trouble.answerLost());

      Application made = application();

      assertThat(directory().findApplication(tag())).contains(made);
    }

    @Test
    void addsSecretsAndTellsOfThem() {
      Application made = application();

      AddedSecret first = directory().addSecret(made, "first", Duration.ofDays(30));
      AddedSecret second = directory().addSecret(found(), "second", Duration.ofDays(60));

      assertThat(found().secrets()).containsExactlyInAnyOrder(first.entry(), second.entry());
      assertThat(first.value().reveal()).isNotEqualTo(second.value().reveal());
      assertThat(second.entry().expiresAt()).isAfter(first.entry().expiresAt());
      assertThat(second.toString()).doesNotContain(second.value().reveal());
    }

    @Test
    void removesASecretByItsKeyId() {
      Application made = application();
      AddedSecret first = directory().addSecret(made, "first", Duration.ofDays(30));
      AddedSecret second = directory().addSecret(found(), "second", Duration.ofDays(60));

      directory().removeSecret(found(), first.entry().keyId());
      directory().removeSecret(found(), first.entry().keyId());

      assertThat(found().secrets())
          .extracting(SecretEntry::keyId)
          .containsExactly(second.entry().keyId());
    }

    @Test
    void keepsTheLabelsOfSecrets() {
      Application made = application();

      directory().addSecret(made, "a label", Duration.ofDays(30));

      assertThat(found().secrets()).extracting(SecretEntry::label).containsExactly("a label");
    }

    @Test
    void addsACertificateOnce() {
      Application made = application();
      directory().addCertificate(made, KitCertificate.ONE.credential(), "one");
      int writes = far.writes();

      directory().addCertificate(found(), KitCertificate.ONE.credential(), "one");

      assertThat(far.writes()).isEqualTo(writes);
      assertThat(found().thumbprints())
          .containsExactly(KitCertificate.ONE.credential().thumbprint());
    }

    @Test
    void keepsTheCertificatesThatAreThere() {
      Application made = application();
      directory().addCertificate(made, KitCertificate.ONE.credential(), "one");

      directory().addCertificate(found(), KitCertificate.OTHER.credential(), "other");

      assertThat(found().thumbprints())
          .containsExactlyInAnyOrder(
              KitCertificate.ONE.credential().thumbprint(),
              KitCertificate.OTHER.credential().thumbprint());
    }

    @Test
    void makesAPersonAnOwnerOnce() {
      Application made = application();
      assertThat(directory().ownerIds(made)).doesNotContain(ownerId());

      directory().addOwner(made, ownerId());
      directory().addOwner(made, ownerId());

      assertThat(directory().ownerIds(made)).containsOnlyOnce(ownerId());
    }

    @Test
    void makesOneServicePrincipal() {
      Application made = application();
      assertThat(directory().findServicePrincipal(made.applicationId())).isEmpty();

      String id = directory().createServicePrincipal(made.applicationId());

      assertThat(directory().createServicePrincipal(made.applicationId())).isEqualTo(id);
      assertThat(directory().findServicePrincipal(made.applicationId())).contains(id);
    }

    private Application application() {
      return directory().createApplication(name + " Größe", tag());
    }

    private Application found() {
      return directory().findApplication(tag()).orElseThrow();
    }

    private String tag() {
      return "kit:" + name + ":it's";
    }
  }

  private Directory directory() {
    return account.directory();
  }

  private String ownerId() {
    return directory().findPerson(far.owner()).orElseThrow().objectId();
  }
}
