package io.github.dataconnect4j.entra;

import com.microsoft.graph.applications.item.addpassword.AddPasswordPostRequestBody;
import com.microsoft.graph.applications.item.removepassword.RemovePasswordPostRequestBody;
import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.ApplicationCollectionResponse;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.KeyCredential;
import com.microsoft.graph.models.PasswordCredential;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.time.WaitPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applications, their owners and secrets, and their service principals. */
final class GraphApplications {

  private static final Logger LOG = LoggerFactory.getLogger(GraphApplications.class);
  private static final String PREFER = "Prefer";
  private static final String IF_MISSING = "create-if-missing";
  private static final String[] FIELDS = {
    "id", "appId", "displayName", "tags", "passwordCredentials", "keyCredentials"
  };

  /** How long the directory may take to show everywhere what was just written. */
  private static final WaitPolicy REPLICATION = WaitPolicy.brisk().withTotal(Duration.ofMinutes(1));

  private final GraphServiceClient graph;
  private final Cloud cloud;
  private final Waiting waiting;

  GraphApplications(GraphServiceClient graph, Cloud cloud, Waiting waiting) {
    this.graph = graph;
    this.cloud = cloud;
    this.waiting = waiting;
  }

  Optional<Directory.Application> find(String tag) {
    String attempt = "look for the application tagged '" + tag + "'";
    var applications = graph.applications();
    List<Application> found =
        GraphErrors.answer(
            attempt,
            () ->
                GraphAccess.all(
                    applications.get(
                        request -> {
                          request.queryParameters.filter =
                              "tags/any(t:t eq " + GraphAccess.quoted(tag) + ")";
                          request.queryParameters.select = FIELDS;
                        }),
                    ApplicationCollectionResponse::getValue,
                    next -> applications.withUrl(next).get()));
    if (found.size() > 1) {
      throw new ConflictException(
          Problem.of(
              attempt,
              found.size()
                  + " applications carry it: "
                  + found.stream().map(Application::getAppId).collect(Collectors.joining(", "))
                  + ".",
              "Take the tag off all but one, in the application's manifest in Microsoft Entra."),
          null);
    }
    return found.stream().findFirst().map(GraphApplications::read);
  }

  /**
   * Makes the application that carries a tag. It gets a unique name that follows from the tag, by
   * which Graph itself tells whether it is there: however many ask at once, and however often the
   * question is repeated because its answer was lost, there is one.
   *
   * <p>Source: {@code learn.microsoft.com/graph/api/application-upsert}.
   */
  Directory.Application create(String name, String tag) {
    String attempt = "create the application '" + name + "'";
    Application wanted = new Application();
    wanted.setDisplayName(name);
    wanted.setSignInAudience("AzureADMyOrg");
    wanted.setTags(List.of(tag));
    var application = graph.applicationsWithUniqueName(uniqueName(tag));
    Application made =
        GraphErrors.answer(
            attempt,
            () ->
                replicated(
                    attempt,
                    () ->
                        Optional.ofNullable(
                                application.patch(
                                    wanted, request -> request.headers.add(PREFER, IF_MISSING)))
                            .orElseGet(
                                () ->
                                    application.get(
                                        request -> request.queryParameters.select = FIELDS))));
    Directory.Application known = read(made);
    LOG.info("application created name={} applicationId={}", name, known.applicationId());
    return known;
  }

  // A tag has slashes, which a key in a path had better not have.
  private static String uniqueName(String tag) {
    return "dataconnect4j-" + UUID.nameUUIDFromBytes(tag.getBytes(StandardCharsets.UTF_8));
  }

  Set<String> ownerIds(String objectId) {
    var owners = graph.applications().byApplicationId(objectId).owners();
    return GraphErrors.answer(
        "list the owners of the application " + objectId,
        () ->
            GraphAccess.all(
                    owners.get(),
                    DirectoryObjectCollectionResponse::getValue,
                    next -> owners.withUrl(next).get())
                .stream()
                .map(owner -> owner.getId())
                .collect(Collectors.toUnmodifiableSet()));
  }

  void addOwner(String objectId, String personId) {
    String attempt = "make " + personId + " an owner of the application " + objectId;
    ReferenceCreate reference = new ReferenceCreate();
    reference.setOdataId(cloud.graph() + "/directoryObjects/" + personId);
    try {
      replicated(
          attempt,
          () -> {
            graph.applications().byApplicationId(objectId).owners().ref().post(reference);
            return personId;
          });
      LOG.info("owner added application={} owner={}", objectId, personId);
    } catch (RuntimeException e) {
      // The one trace of a repetition is this text.
      if (!GraphErrors.says(e, "references already exist")) {
        throw GraphErrors.translate(attempt, e);
      }
    }
  }

  Optional<String> findServicePrincipal(String applicationId) {
    return GraphErrors.answer(
        "look for the service principal of " + applicationId,
        () ->
            Optional.ofNullable(
                    graph
                        .servicePrincipals()
                        .get(
                            request -> {
                              request.queryParameters.filter =
                                  "appId eq " + GraphAccess.quoted(applicationId);
                              request.queryParameters.select = new String[] {"id", "appId"};
                            })
                        .getValue())
                .flatMap(found -> found.stream().findFirst())
                .map(ServicePrincipal::getId));
  }

  /** Makes the service principal of an application, which has one at most. */
  String createServicePrincipal(String applicationId) {
    String attempt = "create the service principal of " + applicationId;
    ServicePrincipal wanted = new ServicePrincipal();
    var principal = graph.servicePrincipalsWithAppId(applicationId);
    ServicePrincipal made =
        GraphErrors.answer(
            attempt,
            () ->
                replicated(
                    attempt,
                    () ->
                        Optional.ofNullable(
                                principal.patch(
                                    wanted, request -> request.headers.add(PREFER, IF_MISSING)))
                            .orElseGet(principal::get)));
    LOG.info("service principal created applicationId={} objectId={}", applicationId, made.getId());
    return made.getId();
  }

  AddedSecret addSecret(String objectId, String label, Duration validity) {
    String attempt = "add a secret to the application " + objectId;
    Instant expiresAt = cloud.time().now().plus(validity);
    PasswordCredential wanted = new PasswordCredential();
    wanted.setDisplayName(label);
    wanted.setEndDateTime(OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC));
    AddPasswordPostRequestBody body = new AddPasswordPostRequestBody();
    body.setPasswordCredential(wanted);
    try {
      PasswordCredential added =
          replicated(
              attempt,
              () -> graph.applications().byApplicationId(objectId).addPassword().post(body));
      SecretEntry entry =
          new SecretEntry(String.valueOf(added.getKeyId()), label, end(added, expiresAt));
      LOG.info("secret added application={} keyId={}", objectId, entry.keyId());
      return new AddedSecret(entry, Secret.of(added.getSecretText()));
    } catch (RuntimeException e) {
      if (GraphErrors.mayHaveHappened(e)) {
        throw new OutcomeUnknownException(
            Problem.of(
                    attempt,
                    "Microsoft Graph did not answer; a secret labelled '"
                        + label
                        + "' may exist, and its value is lost.",
                    "Call again for another, and delete the lost one in Microsoft Entra,"
                        + " Certificates & secrets.")
                .withRetry(Problem.Retry.YES)
                .andId("application", objectId),
            e);
      }
      throw GraphErrors.translate(attempt, e);
    }
  }

  void removeSecret(String objectId, String keyId) {
    String attempt = "remove the secret " + keyId + " from the application " + objectId;
    RemovePasswordPostRequestBody body = new RemovePasswordPostRequestBody();
    body.setKeyId(UUID.fromString(keyId));
    try {
      graph.applications().byApplicationId(objectId).removePassword().post(body);
      LOG.info("secret removed application={} keyId={}", objectId, keyId);
    } catch (RuntimeException e) {
      // What a repetition meets, or somebody else's removal.
      if (!GraphErrors.says(e, "No password credential found")) {
        throw GraphErrors.translate(attempt, e);
      }
    }
  }

  void addCertificate(String objectId, Certificate certificate, String label) {
    String attempt = "add the " + certificate + " to the application " + objectId;
    var application = graph.applications().byApplicationId(objectId);
    // Graph replaces the whole list, so the call says what is to stay too. Sent twice, it does no
    // more than once.
    GraphErrors.answer(
        attempt,
        () ->
            replicated(
                attempt,
                () -> {
                  List<KeyCredential> before =
                      Objects.requireNonNullElse(
                          application
                              .get(request -> request.queryParameters.select = FIELDS)
                              .getKeyCredentials(),
                          List.of());
                  if (!KeyCredentials.thumbprints(before).contains(certificate.thumbprint())) {
                    application.patch(KeyCredentials.with(before, certificate, label));
                    LOG.info("{} added application={}", certificate, objectId);
                  }
                  return objectId;
                }));
  }

  /** Calls until the directory knows what was made a moment ago, and others have let go of it. */
  private <T> T replicated(String attempt, Supplier<T> call) {
    Waiting.Look<T> look =
        () -> {
          try {
            return Optional.of(call.get());
          } catch (RuntimeException e) {
            if (GraphErrors.isStatus(e, 404)
                || GraphErrors.isStatus(e, 409)
                || GraphErrors.hasCode(e, "NoBackingApplicationObject")) {
              LOG.debug("not known everywhere yet attempt={}", attempt);
              return Optional.empty();
            }
            throw e;
          }
        };
    return waiting.until(
        REPLICATION,
        look,
        limit ->
            Problem.of(
                attempt,
                "The directory did not know the application or the person when the wait ended ("
                    + limit
                    + ").",
                "Check that both exist; one just made takes some minutes to be known."));
  }

  private static Directory.Application read(Application application) {
    List<PasswordCredential> secrets = application.getPasswordCredentials();
    return new Directory.Application(
        application.getId(),
        application.getAppId(),
        Objects.requireNonNullElse(application.getDisplayName(), ""),
        secrets == null
            ? List.of()
            : secrets.stream()
                .map(
                    secret ->
                        new SecretEntry(
                            String.valueOf(secret.getKeyId()),
                            Objects.requireNonNullElse(secret.getDisplayName(), ""),
                            end(secret, Instant.MAX)))
                .toList(),
        KeyCredentials.thumbprints(application.getKeyCredentials()));
  }

  private static Instant end(PasswordCredential secret, Instant otherwise) {
    @Nullable OffsetDateTime end = secret.getEndDateTime();
    return end == null ? otherwise : end.toInstant();
  }
}
