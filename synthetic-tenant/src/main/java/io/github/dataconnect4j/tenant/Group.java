package io.github.dataconnect4j.tenant;

import java.util.List;

/**
 * A group of the tenant.
 *
 * @param id the object id
 * @param displayName the name to show
 * @param kind what it is
 * @param memberIds the object ids of its members: users, or other groups
 * @since 0.1.0
 */
public record Group(String id, String displayName, Kind kind, List<String> memberIds) {

  public Group {
    memberIds = List.copyOf(memberIds);
  }

  /** The kinds that Microsoft's page on users and groups tells apart. */
  public enum Kind {
    MICROSOFT_365,
    DISTRIBUTION,
    SECURITY,
    MAIL_ENABLED_SECURITY
  }
}
