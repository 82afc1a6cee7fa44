package io.github.dataconnect4j.entra;

import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.spi.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The directory, put together from its people and its applications. Thread-safe. */
final class GraphDirectory implements Directory {

  private final GraphPeople people;
  private final GraphApplications applications;

  GraphDirectory(GraphPeople people, GraphApplications applications) {
    this.people = people;
    this.applications = applications;
  }

  @Override
  public Optional<Person> findPerson(String idOrPrincipalName) {
    return people.find(idOrPrincipalName);
  }

  @Override
  public Set<String> directoryRoles(String objectId) {
    return people.directoryRoles(objectId);
  }

  @Override
  public List<String> licences() {
    return people.licences();
  }

  @Override
  public Optional<Application> findApplication(String tag) {
    return applications.find(tag);
  }

  @Override
  public Application createApplication(String name, String tag) {
    return applications.create(name, tag);
  }

  @Override
  public Set<String> ownerIds(Application application) {
    return applications.ownerIds(application.objectId());
  }

  @Override
  public void addOwner(Application application, String personId) {
    applications.addOwner(application.objectId(), personId);
  }

  @Override
  public Optional<String> findServicePrincipal(String applicationId) {
    return applications.findServicePrincipal(applicationId);
  }

  @Override
  public String createServicePrincipal(String applicationId) {
    return applications.createServicePrincipal(applicationId);
  }

  @Override
  public AddedSecret addSecret(Application application, String label, Duration validity) {
    return applications.addSecret(application.objectId(), label, validity);
  }

  @Override
  public void removeSecret(Application application, String keyId) {
    applications.removeSecret(application.objectId(), keyId);
  }

  @Override
  public void addCertificate(Application application, Certificate certificate, String label) {
    applications.addCertificate(application.objectId(), certificate, label);
  }
}
