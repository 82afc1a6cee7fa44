package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.world.Applications;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.emulator.world.Consents;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.tenant.TenantRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A tenant whose every fact a test sets. */
public final class FakeTenant implements People, Applications, Consents, TenantRows, Blobs {

  public static final String APP = "aaaaaaaa-0000-0000-0000-000000000002";
  public static final String APP_PRINCIPAL = "aaaaaaaa-0000-0000-0000-000000000004";
  public static final String SECRET = "the-very-secret-value";

  public final List<Person> people = new ArrayList<>();
  public final List<X509Certificate> certificates = new ArrayList<>();
  public final List<Group> groups = new ArrayList<>();
  public final Map<String, ObjectNode> rows = new TreeMap<>();
  public final NavigableMap<String, byte[]> files = new TreeMap<>();

  /** What is being written. */
  public final Set<OutputStream> open = new HashSet<>();

  public final Set<String> containers = new TreeSet<>();
  public final List<String> extractions = new ArrayList<>();
  public Optional<Authorization> authorization = Optional.empty();
  public boolean dataConnectOn = true;
  public Runnable beforeEachRow = () -> {};

  public Person user(int number, OfficeRegion region) {
    Person person = person(number, false, true, Optional.of(region));
    people.add(person);
    return person;
  }

  public static Person person(
      int number, boolean guest, boolean enabled, Optional<OfficeRegion> region) {
    String id = id(number);
    String name = "user" + number;
    return new Person(
        id, name + "@contoso.com", name, "Sales", "", Optional.empty(), guest, enabled, region);
  }

  public static String id(int number) {
    return String.format("bbbbbbbb-0000-0000-0000-%012d", number);
  }

  @Override
  public List<Person> people() {
    return people;
  }

  @Override
  public Optional<Person> person(String idOrPrincipalName) {
    return people.stream()
        .filter(
            one ->
                one.id().equals(idOrPrincipalName) || one.principalName().equals(idOrPrincipalName))
        .findFirst();
  }

  @Override
  public List<Group> groups() {
    return groups;
  }

  @Override
  public Optional<Group> group(String id) {
    return groups.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public Set<String> members(String groupId) {
    return group(groupId).map(one -> Set.copyOf(one.memberIds())).orElse(Set.of());
  }

  @Override
  public boolean hasRole(String personId, String roleTemplateId) {
    return false;
  }

  @Override
  public Optional<String> servicePrincipalId(String applicationId) {
    return applicationExists(applicationId) ? Optional.of(APP_PRINCIPAL) : Optional.empty();
  }

  @Override
  public boolean applicationExists(String applicationId) {
    return applicationId.equals(APP) || applicationId.startsWith("cccccccc");
  }

  @Override
  public Set<String> ownerIds(String applicationId) {
    return Set.of();
  }

  @Override
  public boolean accepts(String applicationId, String secret) {
    return applicationExists(applicationId) && secret.equals(SECRET);
  }

  @Override
  public boolean accepts(String applicationId, X509Certificate certificate) {
    return applicationExists(applicationId) && certificates.contains(certificate);
  }

  @Override
  public boolean isDataConnectOn() {
    return dataConnectOn;
  }

  @Override
  public Optional<Authorization> inForce(String applicationId) {
    return authorization;
  }

  @Override
  public void recordExtraction(AccessRequest request, String runId) {
    extractions.add(runId);
  }

  @Override
  public List<Authorization> decisions(String applicationId) {
    return List.of();
  }

  /** Adds a row, which {@code puser} tells the owner of. */
  public void row(ObjectNode row) {
    rows.put(String.format("%06d", rows.size()), row);
  }

  @Override
  public void stream(Dataset<?> dataset, Predicate<String> owner, Taker taker) throws IOException {
    for (ObjectNode row : rows.values()) {
      String of = row.path("puser").asText(row.path("pObjectId").asText());
      if (of.isEmpty() || owner.test(of)) {
        beforeEachRow.run();
        taker.take(of, row.deepCopy());
      }
    }
  }

  @Override
  public boolean containerExists(String account, String container) {
    return containers.contains(account + "/" + container);
  }

  @Override
  public void createContainer(String account, String container) {
    containers.add(account + "/" + container);
  }

  @Override
  public List<String> containers(String account) {
    return containers.stream()
        .filter(one -> one.startsWith(account + "/"))
        .map(one -> one.substring(account.length() + 1))
        .toList();
  }

  @Override
  public boolean deleteContainer(String account, String container) {
    files.keySet().removeIf(file -> file.startsWith(account + "/" + container + "/"));
    return containers.remove(account + "/" + container);
  }

  @Override
  public OutputStream create(String account, String container, String path) {
    OutputStream blob =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            open.remove(this);
            files.put(account + "/" + container + "/" + path, toByteArray());
          }
        };
    open.add(blob);
    return blob;
  }

  @Override
  public void abandon(OutputStream blob) {
    open.remove(blob);
  }

  /** The files with rows, each as text. */
  public List<String> data() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().contains("/metadata/"))
        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .toList();
  }
}
