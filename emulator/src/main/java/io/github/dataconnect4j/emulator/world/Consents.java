package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import java.util.List;
import java.util.Optional;

/** What is registered with Data Connect, and what administrators decided. */
public interface Consents {

  boolean isDataConnectOn();

  /** What is in force for an app, by client id: what a run is judged by. */
  Optional<Authorization> inForce(String applicationId);

  /** Notes in the audit log that a run read data, as it is allowed to. */
  void recordExtraction(AccessRequest request, String runId);

  /** The decisions about an app that the audit log holds, oldest first. */
  List<Authorization> decisions(String applicationId);
}
