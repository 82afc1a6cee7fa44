package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.conformance.MemoryCloud.MemoryApplication;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The directory of a {@link MemoryAccount}. */
record MemoryDirectory(MemoryAccount account) implements Directory {

  /** Everybody, by name; ids begin with another word. */
  private static final Set<String> PEOPLE = Set.of(MemoryCloud.OWNER, MemoryCloud.ADMINISTRATOR);

  @Override
  public Optional<Person> findPerson(String idOrPrincipalName) {
    String name =
        account.has(Defect.KNOWS_PEOPLE_BY_NAME_ALONE)
            ? idOrPrincipalName
            : idOrPrincipalName.replace("id of ", "");
    return Optional.of(name)
        .filter(one -> PEOPLE.contains(one) || account.has(Defect.INVENTS_PEOPLE))
        .map(one -> new Person("id of " + one, one, false));
  }

  @Override
  public Set<String> directoryRoles(String objectId) {
    return objectId.equals("id of " + MemoryCloud.ADMINISTRATOR)
            && !account.has(Defect.KNOWS_NO_ROLES)
        ? Set.of("Global Administrator")
        : Set.of();
  }

  @Override
  public List<String> licences() {
    return List.of();
  }

  @Override
  public Optional<Application> findApplication(String tag) {
    List<Application> found =
        account.far.applications.values().stream()
            .filter(one -> isTagged(one, tag))
            .map(MemoryApplication::seen)
            .toList();
    if (found.size() > 1) {
      throw new ConflictException(
          Problem.of("find the application '" + tag + "'", "there are several.", "Untag."), null);
    }
    return found.stream().findFirst();
  }

  private boolean isTagged(MemoryApplication one, String tag) {
    return account.has(Defect.SEARCHES_PARTS_OF_TAGS)
        ? one.tag().startsWith(tag)
        : one.tag().equals(tag);
  }

  @Override
  public Application createApplication(String name, String tag) {
    boolean lost = account.far.next(Call.CREATE_APPLICATION).isPresent();
    if (lost && account.has(Defect.REPEATS_A_LOST_APPLICATION)) {
      make(name, tag);
      return make(name, tag);
    }
    // One whose answer was lost is found by its tag, like any other that is there.
    return account.has(Defect.MAKES_AN_APPLICATION_AGAIN)
        ? make(name, tag)
        : findApplication(tag).orElseGet(() -> make(name, tag));
  }

  private Application make(String name, String tag) {
    account.far.writes++;
    Application made =
        new Application(account.far.newId(), account.far.newId(), name, List.of(), Set.of());
    account.far.applications.put(made.objectId(), new MemoryApplication(tag, made));
    return made;
  }

  @Override
  public Set<String> ownerIds(Application application) {
    String prefix = "owner " + application.objectId() + " ";
    return account.far.standing.stream()
        .filter(what -> what.startsWith(prefix))
        .map(what -> what.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public void addOwner(Application application, String personId) {
    make("owner " + application.objectId() + " " + personId, Defect.COMPLAINS_OF_AN_OWNER);
  }

  @Override
  public Optional<String> findServicePrincipal(String applicationId) {
    return Optional.of("principal of " + applicationId).filter(account::stands);
  }

  @Override
  public String createServicePrincipal(String applicationId) {
    make("principal of " + applicationId, Defect.COMPLAINS_OF_A_SERVICE_PRINCIPAL);
    return "principal of " + applicationId;
  }

  private void make(String what, Defect complaint) {
    if (!account.stands(what)) {
      account.far.make(what);
    } else if (account.has(complaint)) {
      throw new ConflictException(Problem.of("make " + what, "it exists.", "Leave it."), null);
    }
  }

  @Override
  public AddedSecret addSecret(Application application, String label, Duration validity) {
    SecretEntry entry =
        new SecretEntry(
            account.far.newId(),
            account.has(Defect.FORGETS_LABELS) ? "" : label,
            account.far.time.now().plus(validity));
    Application known = known(application);
    List<SecretEntry> all =
        new ArrayList<>(account.has(Defect.REPLACES_SECRETS) ? List.of() : known.secrets());
    all.add(entry);
    replace(known, all, known.thumbprints());
    return new AddedSecret(entry, Secret.of("secret " + entry.keyId()));
  }

  @Override
  public void removeSecret(Application application, String keyId) {
    Application known = known(application);
    List<SecretEntry> fewer =
        known.secrets().stream()
            .filter(one -> !one.keyId().equals(keyId) && !account.has(Defect.REMOVES_EVERY_SECRET))
            .toList();
    replace(known, fewer, known.thumbprints());
  }

  @Override
  public void addCertificate(Application application, Certificate certificate, String label) {
    Application known = known(application);
    String added = certificate.thumbprint();
    if (!known.thumbprints().contains(added) || account.has(Defect.ADDS_A_CERTIFICATE_AGAIN)) {
      Set<String> all =
          new HashSet<>(account.has(Defect.REPLACES_CERTIFICATES) ? Set.of() : known.thumbprints());
      all.add(added);
      replace(known, known.secrets(), all);
    }
  }

  private Application known(Application application) {
    return account.far.applications.get(application.objectId()).seen();
  }

  private void replace(Application known, List<SecretEntry> secrets, Set<String> thumbprints) {
    account.far.writes++;
    account.far.applications.computeIfPresent(
        known.objectId(),
        (id, one) ->
            new MemoryApplication(
                one.tag(),
                new Application(id, known.applicationId(), known.name(), secrets, thumbprints)));
  }
}
