package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.shared.ServiceDetail;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what the service says of a failed run. Nearly everything comes in one envelope with one
 * code, so that the detail within decides. Envelope and details: issues 58, 61 and 62 of {@code
 * OfficeDev/MS-Graph-Data-Connect}.
 */
final class RunFailures {

  private static final Pattern CODE = Pattern.compile("ErrorCode=(?<code>\\w+)");
  private static final Pattern DETAIL =
      Pattern.compile(
          "Message=(?:Office365 data loading failed to execute\\.\\s*)?(?<detail>.*?),Source=",
          Pattern.DOTALL);

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "none of the users requested were valid",
              "NO_VALID_USERS",
              "Check that the scope names enabled members with a mailbox in the cloud."),
          new Known(
              "group expansion failed",
              "GROUP_EXPANSION_FAILED",
              "Check that the groups exist and that their members have mailboxes."),
          new Known(
              "access denied",
              "SINK_ACCESS_DENIED",
              "Grant the app's service principal Storage Blob Data Contributor on the account, and"
                  + " check the account's firewall; applying the landing does the former."),
          new Known(
              "aadsts7000215",
              "WRONG_SECRET",
              "The linked services hold a wrong secret, or the key vault does. Delete the application's"
                  + " secret in Microsoft Entra and apply the landing again, which makes a new one;"
                  + " a secret in a vault is yours to replace."),
          new Known(
              "aadsts7000222",
              "SECRET_EXPIRED",
              "The secret in the linked services has expired. Apply the landing again, which makes a"
                  + " new one."),
          new Known(
              "failed to get the secret from key vault",
              "KEY_VAULT_SECRET_UNREADABLE",
              "Put a client secret of the application into the vault under that name, and let the"
                  + " managed identity of the data factory or workspace get secrets there."),
          new Known(
              "aadsts700027",
              "CERTIFICATE_NOT_REGISTERED",
              "The certificate in the linked service is not, or no longer, one of the"
                  + " application's. Apply the landing again, which registers it; with a newer file"
                  + " if it has expired."),
          new Known(
              "switched off",
              "DATA_CONNECT_OFF",
              "Have a Global Administrator switch Data Connect on."));

  private RunFailures() {}

  /** The exception for a run that ended without its data. */
  static DataConnectException of(RunState end, String key) {
    String attempt = "get the data of run " + end.runId();
    if (end.stage() == RunStage.CANCELLED) {
      return new RunFailedException(
          located(
              Problem.of(attempt, "it was cancelled.", "Start the copy again.")
                  .withCode("RUN_CANCELLED"),
              end,
              key),
          end.rawStatus(),
          null);
    }
    Optional<Failure> failure = end.failure();
    String text = failure.map(Failure::message).orElse("");
    String detail = detail(text);
    Verdict verdict = ServiceDetail.read(detail);
    if (!verdict.isAllowed()) {
      return new ConsentException(
          located(consentProblem(attempt, verdict), end, key).andId("serviceText", text),
          verdict,
          null);
    }
    return new RunFailedException(located(problem(attempt, text, detail), end, key), text, null);
  }

  /** What an unmet verdict says. */
  static Problem consentProblem(String attempt, Verdict verdict) {
    List<Violation> violations = verdict.violations();
    String cures =
        violations.stream()
            .map(Violation::code)
            .map(RuleCode::cure)
            .distinct()
            .collect(Collectors.joining(" "));
    String reasons =
        violations.stream()
            .map(
                one ->
                    one.code().headline()
                        + " Asked: "
                        + one.asked()
                        + ". Approved: "
                        + one.approved()
                        + ".")
            .collect(Collectors.joining(" "));
    Problem problem = Problem.of(attempt, reasons, cures).withCode(violations.get(0).code().name());
    for (Violation one : violations) {
      problem =
          problem
              .andId("asked." + one.code(), one.asked())
              .andId("approved." + one.code(), one.approved());
    }
    return problem;
  }

  private static Problem problem(String attempt, String text, String detail) {
    String lower = detail.toLowerCase(Locale.ROOT);
    Optional<Known> known = KNOWN.stream().filter(one -> lower.contains(one.text())).findFirst();
    String code = known.map(Known::code).orElseGet(() -> code(text).orElse("RUN_FAILED"));
    String cure =
        known
            .map(Known::cure)
            .orElse("Look up the run in the host's monitor, or ask Microsoft with the run's id.");
    return Problem.of(attempt, detail.isBlank() ? "the service gives no reason." : detail, cure)
        .withCode(code);
  }

  private static Problem located(Problem problem, RunState end, String key) {
    return problem
        .andId("runId", end.runId())
        .andId("runKey", key)
        .andId("pipeline", end.pipeline());
  }

  private static String detail(String message) {
    Matcher matcher = DETAIL.matcher(message);
    return (matcher.find() ? matcher.group("detail") : message).strip();
  }

  private static Optional<String> code(String message) {
    Matcher matcher = CODE.matcher(message);
    return matcher.find() ? Optional.of(matcher.group("code")) : Optional.empty();
  }

  /** A detail that we know: part of its text in lower case, our code, and the cure. */
  private record Known(String text, String code, String cure) {}
}
