package io.github.dataconnect4j.emulator.directory;

import java.util.List;

/**
 * What an application acts as in the tenant.
 *
 * @param id the object id
 * @param appId the client id of its application
 * @param displayName the application's name
 * @param tags labels to find it by
 */
public record ServicePrincipal(String id, String appId, String displayName, List<String> tags) {

  public ServicePrincipal {
    tags = List.copyOf(tags);
  }
}
