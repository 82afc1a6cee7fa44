package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and applications in memory. Confined to one thread. */
public final class FakeDirectory implements Directory {

  static final String ANA = "33333333-3333-4333-8333-333333333333";
  static final String APPLICATION_ID = "44444444-4444-4444-8444-444444444401";

  final Map<String, Person> people = new HashMap<>();

  /** Hides what is made from searches, as the real directory does for a while. */
  boolean showsLate;

  /** How many answers to a new secret are lost, after it was made. */
  int losesSecrets;

  private final FakeAccount account;
  private final Map<String, Application> applications = new HashMap<>();
  private final Map<String, Set<String>> owners = new HashMap<>();
  private final Set<String> principals = new HashSet<>();

  FakeDirectory(FakeAccount account) {
    this.account = account;
    add(new Person(ANA, "ana@contoso.com", false));
    add(new Person("guest-id", "guest@fabrikam.com", true));
  }

  void add(Person person) {
    people.put(person.objectId(), person);
    people.put(person.principalName(), person);
  }

  /** Takes all its secrets from an application. */
  void forgetSecrets(String tag) {
    applications.computeIfPresent(tag, (key, one) -> with(one, List.of()));
  }

  @Override
  public Optional<Person> findPerson(String idOrPrincipalName) {
    return Optional.ofNullable(people.get(idOrPrincipalName));
  }

  @Override
  public Set<String> directoryRoles(String objectId) {
    return Set.of();
  }

  @Override
  public List<String> licences() {
    return List.of();
  }

  @Override
  public Optional<Application> findApplication(String tag) {
    return showsLate ? Optional.empty() : Optional.ofNullable(applications.get(tag));
  }

  @Override
  public Application createApplication(String name, String tag) {
    account.write("createApplication", tag);
    Application made =
        new Application(
            "object-" + applications.size(),
            "44444444-4444-4444-8444-44444444440" + (applications.size() + 1),
            name,
            List.of(),
            Set.of());
    applications.put(tag, made);
    return made;
  }

  @Override
  public Set<String> ownerIds(Application application) {
    return owners.getOrDefault(application.objectId(), Set.of());
  }

  @Override
  public void addOwner(Application application, String personId) {
    account.write("addOwner", personId);
    owners.computeIfAbsent(application.objectId(), id -> new HashSet<>()).add(personId);
  }

  @Override
  public Optional<String> findServicePrincipal(String applicationId) {
    return principals.contains(applicationId) && !showsLate
        ? Optional.of("principal of " + applicationId)
        : Optional.empty();
  }

  @Override
  public String createServicePrincipal(String applicationId) {
    account.write("createServicePrincipal", applicationId);
    principals.add(applicationId);
    return "principal of " + applicationId;
  }

  @Override
  public AddedSecret addSecret(Application application, String label, Duration validity) {
    account.write("addSecret", label);
    List<SecretEntry> secrets = new ArrayList<>(application.secrets());
    SecretEntry added =
        new SecretEntry("key-" + account.writes.size(), label, account.time.now().plus(validity));
    secrets.add(added);
    applications.replaceAll(
        (tag, one) -> one.objectId().equals(application.objectId()) ? with(one, secrets) : one);
    if (losesSecrets > 0) {
      losesSecrets--;
      throw new OutcomeUnknownException(
          Problem.of("add a secret", "no answer came.", "Add another."), null);
    }
    return new AddedSecret(added, Secret.of("value of " + added.keyId()));
  }

  @Override
  public void removeSecret(Application application, String keyId) {
    account.write("removeSecret", keyId);
    applications.replaceAll(
        (tag, one) ->
            with(
                one,
                one.secrets().stream().filter(secret -> !secret.keyId().equals(keyId)).toList()));
  }

  @Override
  public void addCertificate(Application application, Certificate certificate, String label) {
    account.write("addCertificate", certificate.thumbprint());
    Set<String> more = new HashSet<>(application.thumbprints());
    more.add(certificate.thumbprint());
    applications.replaceAll(
        (tag, one) ->
            one.objectId().equals(application.objectId())
                ? new Application(
                    one.objectId(), one.applicationId(), one.name(), one.secrets(), more)
                : one);
  }

  private static Application with(Application one, List<SecretEntry> secrets) {
    return new Application(
        one.objectId(), one.applicationId(), one.name(), secrets, one.thumbprints());
  }
}
