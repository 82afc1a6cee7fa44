package io.github.dataconnect4j.testing;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Carries a tenant's history into the report of a test that failed: as what the failure suppressed,
 * and as an entry of the report. It is no failure of its own, and has no stack trace.
 */
final class TenantHistory extends RuntimeException {

  /** The name of the entry in the report. */
  static final String ENTRY = "tenant history";

  private static final long serialVersionUID = 1L;

  private TenantHistory(String text) {
    super(text, null, false, false);
  }

  /** Attaches the history once, however many handlers a failure passes. */
  static void attach(TestTenant tenant, Throwable thrown, ExtensionContext context) {
    if (Arrays.stream(thrown.getSuppressed()).anyMatch(TenantHistory.class::isInstance)) {
      return;
    }
    String text = tenant.emulated().history();
    thrown.addSuppressed(new TenantHistory(text));
    context.publishReportEntry(ENTRY, text);
  }
}
