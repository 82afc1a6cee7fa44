package io.github.dataconnect4j.onboarding;

import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.pipeline.PipelineRunner;

/**
 * A handle on an application that is registered with Data Connect, or is to be.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface DataConnectApp {

  /** The client id of the Entra application. */
  String applicationId();

  /** What it is registered for. */
  Registration registration();

  /**
   * Whether a person must enter the registration on the portal, because no call can: always so on
   * Azure, where whether it has been done shows only in the administrator's decision.
   */
  boolean isRegisteredByHand();

  /** The exact value of each field of the registration wizard. Calls nothing. */
  HandOver handOver();

  /** The administrator's decision, looked up once. */
  ConsentRequest consent();

  /** Starts copies on the landing's host. Calls nothing. */
  PipelineRunner runner();
}
