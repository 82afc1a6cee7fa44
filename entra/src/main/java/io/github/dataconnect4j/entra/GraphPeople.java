package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.DirectoryRole;
import com.microsoft.graph.models.DirectoryRoleCollectionResponse;
import com.microsoft.graph.models.SubscribedSku;
import com.microsoft.graph.models.SubscribedSkuCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.dataconnect4j.spi.Directory.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** People, their roles, and the tenant's licences. */
final class GraphPeople {

  private final GraphServiceClient graph;

  GraphPeople(GraphServiceClient graph) {
    this.graph = graph;
  }

  Optional<Person> find(String idOrPrincipalName) {
    try {
      User user =
          graph
              .users()
              .byUserId(idOrPrincipalName)
              .get(
                  request ->
                      request.queryParameters.select =
                          new String[] {"id", "userPrincipalName", "userType"});
      return Optional.of(read(user));
    } catch (RuntimeException e) {
      if (GraphErrors.isStatus(e, 404)) {
        return Optional.empty();
      }
      throw GraphErrors.translate("look for the person " + idOrPrincipalName, e);
    }
  }

  private static Person read(User user) {
    String principalName = Objects.requireNonNullElse(user.getUserPrincipalName(), "");
    boolean guest =
        "Guest".equalsIgnoreCase(user.getUserType())
            || principalName.toUpperCase(Locale.ROOT).contains("#EXT#");
    return new Person(user.getId(), principalName, guest);
  }

  /** Roles of a user, or of a service principal where there is no such user. */
  Set<String> directoryRoles(String objectId) {
    String attempt = "list the directory roles of " + objectId;
    try {
      return names(rolesOfUser(objectId));
    } catch (RuntimeException e) {
      if (!GraphErrors.isStatus(e, 404)) {
        throw GraphErrors.translate(attempt, e);
      }
      return GraphErrors.answer(attempt, () -> names(rolesOfServicePrincipal(objectId)));
    }
  }

  private List<DirectoryRole> rolesOfUser(String id) {
    var roles = graph.users().byUserId(id).transitiveMemberOf().graphDirectoryRole();
    return GraphAccess.all(
        roles.get(), DirectoryRoleCollectionResponse::getValue, next -> roles.withUrl(next).get());
  }

  private List<DirectoryRole> rolesOfServicePrincipal(String id) {
    var roles =
        graph
            .servicePrincipals()
            .byServicePrincipalId(id)
            .transitiveMemberOf()
            .graphDirectoryRole();
    return GraphAccess.all(
        roles.get(), DirectoryRoleCollectionResponse::getValue, next -> roles.withUrl(next).get());
  }

  private static Set<String> names(List<DirectoryRole> roles) {
    Set<String> names = new LinkedHashSet<>();
    for (DirectoryRole role : roles) {
      if (role.getDisplayName() != null) {
        names.add(role.getDisplayName());
      }
    }
    return Set.copyOf(names);
  }

  List<String> licences() {
    var skus = graph.subscribedSkus();
    List<SubscribedSku> all =
        GraphErrors.answer(
            "list the tenant's licences",
            () ->
                GraphAccess.all(
                    skus.get(),
                    SubscribedSkuCollectionResponse::getValue,
                    next -> skus.withUrl(next).get()));
    return all.stream().filter(GraphPeople::counts).map(SubscribedSku::getSkuPartNumber).toList();
  }

  // A licence in its grace period still works.
  private static boolean counts(SubscribedSku sku) {
    String status = sku.getCapabilityStatus();
    return sku.getSkuPartNumber() != null
        && (status == null
            || status.equalsIgnoreCase("Enabled")
            || status.equalsIgnoreCase("Warning"));
  }
}
