package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.Caller;
import io.github.dataconnect4j.emulator.blob.BlobAuthentication;
import io.github.dataconnect4j.emulator.entra.Audiences;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.synapse.SynapseErrors;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads tokens for the services that say in their own way what is wrong with one. */
final class Gatekeeper {

  private final Tokens tokens;
  private final Address address;

  Gatekeeper(Tokens tokens, Address address) {
    this.tokens = tokens;
    this.address = address;
  }

  /** Who calls Azure Resource Manager. */
  Caller arm(Request request) throws ServiceError {
    try {
      Principal caller = tokens.verify(request, Audiences.resourceManager(request));
      return new Caller(
          caller.objectId(),
          caller.tenantId(),
          caller.kind() == Principal.Kind.USER ? Caller.Kind.USER : Caller.Kind.SERVICE_PRINCIPAL);
    } catch (TokenRefusedException e) {
      URI authority = address.authority();
      throw switch (e.reason()) {
        case MISSING -> ArmErrors.missingToken(authority);
        case MALFORMED, WRONG_TENANT -> ArmErrors.invalidToken(authority);
        case WRONG_AUDIENCE -> ArmErrors.wrongAudience(authority);
        case EXPIRED -> ArmErrors.expiredToken(authority);
      };
    }
  }

  /** Who calls a Synapse workspace, by object id. */
  String synapse(Request request) throws ServiceError {
    try {
      return tokens.verify(request, Audiences.SYNAPSE).objectId();
    } catch (TokenRefusedException e) {
      throw SynapseErrors.unauthorized(
          address.authority(),
          switch (e.reason()) {
            case MISSING -> "The 'Authorization' header is missing.";
            case MALFORMED, WRONG_TENANT -> "The access token is invalid.";
            case WRONG_AUDIENCE ->
                "The access token is for another audience than https://dev.azuresynapse.net.";
            case EXPIRED -> "The access token has expired.";
          });
    }
  }

  /** Who calls a storage account, which is an audience of its own too. */
  Optional<BlobAuthentication.Principal> blob(Request request) {
    Set<String> audiences = new LinkedHashSet<>(Audiences.STORAGE);
    request.segments().stream()
        .findFirst()
        .ifPresent(account -> audiences.add(address.blob(account).toString()));
    try {
      return Optional.of(
          new BlobAuthentication.Principal(tokens.verify(request, audiences).objectId()));
    } catch (TokenRefusedException e) {
      return Optional.empty();
    }
  }
}
