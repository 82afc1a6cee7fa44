package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.emulator.datafactory.ActivityRun.Failure;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;

/** Ends an activity with an error of the service. Its text never holds a secret. */
final class CopyFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  private CopyFailure(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  /**
   * The one error that Data Connect's loader has for everything. Source: users' logs in issues 58
   * and 61 of OfficeDev/MS-Graph-Data-Connect.
   */
  static CopyFailure ofLoader(String detail) {
    return new CopyFailure(
        new Failure(
            "2200",
            "ErrorCode=UserErrorOffice365DataLoaderError,"
                + "'Type=Microsoft.DataTransfer.Common.Shared.HybridDeliveryException,"
                + "Message=Office365 data loading failed to execute. "
                + detail
                + ",Source=Microsoft.DataTransfer.ClientLibrary,'"));
  }

  /**
   * A key vault that does not give what is asked for. Source of the text: issue 97 of
   * microsoft/MCW-Azure-Synapse-Analytics-and-AI; the code is the emulator's.
   */
  static CopyFailure ofKeyVault(String vault, String secretName) {
    CopyBehavior.KEY_VAULT_CODE.observe();
    return new CopyFailure(
        new Failure(
            "AzureKeyVaultError",
            "Failed to get the secret from key vault, secretName: "
                + secretName
                + ", secretVersion: , vaultBaseUrl: "
                + vault
                + ". The error message is: A secret with (name/id) "
                + secretName
                + " was not found in this key vault. If you recently deleted this secret you may be"
                + " able to recover it using the correct recovery command."));
  }

  /** An activity that Data Factory itself cannot make sense of. */
  static CopyFailure ofDefinition(String message) {
    return new CopyFailure(new Failure("BadRequest", message));
  }
}
