package io.github.dataconnect4j.authorization;

import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What one run asks for, as the service sees it. Windows of time are not part of it: no rule looks
 * at them.
 *
 * <p>Immutable.
 *
 * @param applicationId the client id that the linked service signs in with
 * @param applicationTenantId the tenant of that app
 * @param dataset the dataset's name on the wire, known to the catalog or not
 * @param columns the columns asked for
 * @param destination where data goes, down to the folder
 * @param destinationTenantId the tenant of that storage account
 * @param scope whose data
 * @since 0.1.0
 */
public record AccessRequest(
    String applicationId,
    String applicationTenantId,
    String dataset,
    List<String> columns,
    URI destination,
    String destinationTenantId,
    Scope scope) {

  public AccessRequest {
    Objects.requireNonNull(applicationId, "applicationId");
    Objects.requireNonNull(applicationTenantId, "applicationTenantId");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(destinationTenantId, "destinationTenantId");
    Objects.requireNonNull(scope, "scope");
    columns = List.copyOf(columns);
  }
}
