package io.github.dataconnect4j.emulator.arm;

/**
 * Who a token was issued to.
 *
 * @param objectId the object id of the user or service principal
 * @param tenantId the tenant that issued the token
 * @param kind what the caller is
 */
public record Caller(String objectId, String tenantId, Kind kind) {

  /** What a caller can be. */
  public enum Kind {
    USER,
    SERVICE_PRINCIPAL
  }
}
