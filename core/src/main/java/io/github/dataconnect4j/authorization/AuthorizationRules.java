package io.github.dataconnect4j.authorization;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The eight rules that decide whether a run may read what it asks for.
 *
 * <p>Used before a run, so that one that must fail costs nothing; by the emulator when it runs the
 * copy; and for the texts of both. Source: {@code app-authorization.md} (2024-11-07). Where that
 * page is silent: names of datasets match in every spelling that the catalog knows, names of
 * columns exactly; the blob and the dfs endpoint of one account are two destinations.
 *
 * <p>Pure functions; thread-safe.
 *
 * @since 0.1.0
 */
public final class AuthorizationRules {

  private AuthorizationRules() {}

  /**
   * Judges a request.
   *
   * @param request what is asked
   * @param authorization what stands decided about the app; empty where it is not registered
   * @param now the time at which the run starts
   */
  public static Verdict judge(
      AccessRequest request, Optional<Authorization> authorization, Instant now) {
    Optional<Authorization> found =
        authorization.filter(
            known -> known.applicationId().equalsIgnoreCase(request.applicationId()));
    if (found.isEmpty()) {
      return new Verdict(
          List.of(new Violation(RuleCode.APP_NOT_FOUND, request.applicationId(), "nothing")));
    }
    List<Violation> violations = new ArrayList<>();
    Authorization approved = found.get();
    approval(request, approved, now).ifPresent(violations::add);
    applicationTenant(request, approved).ifPresent(violations::add);
    dataset(request, approved).ifPresent(violations::add);
    columns(request, approved).ifPresent(violations::add);
    destinationTenant(request, approved).ifPresent(violations::add);
    destination(request, approved).ifPresent(violations::add);
    scope(request, approved).ifPresent(violations::add);
    return new Verdict(violations);
  }

  private static Optional<Violation> approval(
      AccessRequest request, Authorization approved, Instant now) {
    String asked = "app " + request.applicationId();
    return switch (approved.decision()) {
      case PENDING ->
          Optional.of(new Violation(RuleCode.APP_NOT_APPROVED, asked, "nothing decided yet"));
      case DENIED ->
          Optional.of(new Violation(RuleCode.APP_DENIED, asked, "declined" + by(approved)));
      case APPROVED ->
          approved.isExpiredAt(now)
              ? Optional.of(
                  new Violation(
                      RuleCode.APP_EXPIRED, asked, "until " + approved.expiresAt().orElseThrow()))
              : Optional.empty();
    };
  }

  private static String by(Authorization approved) {
    return approved.approver().map(person -> " by " + person).orElse("");
  }

  private static Optional<Violation> applicationTenant(
      AccessRequest request, Authorization approved) {
    return mismatch(
        RuleCode.APP_TENANT_MISMATCH,
        request.applicationTenantId(),
        approved.registrationTenantId());
  }

  private static Optional<Violation> destinationTenant(
      AccessRequest request, Authorization approved) {
    return mismatch(
        RuleCode.DESTINATION_TENANT_MISMATCH,
        request.destinationTenantId(),
        approved.destinationTenantId());
  }

  private static Optional<Violation> mismatch(RuleCode code, String asked, String approved) {
    return asked.equalsIgnoreCase(approved)
        ? Optional.empty()
        : Optional.of(new Violation(code, asked, approved));
  }

  private static Optional<Violation> dataset(AccessRequest request, Authorization approved) {
    if (find(request, approved).isPresent()) {
      return Optional.empty();
    }
    List<String> names =
        approved.datasets().stream().map(one -> one.selection().dataset().name()).toList();
    return Optional.of(
        new Violation(
            RuleCode.DATASET_NOT_AUTHORIZED, request.dataset(), String.join(", ", names)));
  }

  private static Optional<Violation> columns(AccessRequest request, Authorization approved) {
    Optional<AuthorizedDataset> dataset = find(request, approved);
    if (dataset.isEmpty()) {
      return Optional.empty();
    }
    List<String> allowed = dataset.get().selection().columns();
    Set<String> beyond = new LinkedHashSet<>(request.columns());
    beyond.removeAll(Set.copyOf(allowed));
    if (beyond.isEmpty() && !request.columns().isEmpty()) {
      return Optional.empty();
    }
    String asked = beyond.isEmpty() ? "every column, by naming none" : String.join(", ", beyond);
    return Optional.of(
        new Violation(RuleCode.COLUMNS_NOT_AUTHORIZED, asked, String.join(", ", allowed)));
  }

  private static Optional<Violation> destination(AccessRequest request, Authorization approved) {
    return isInside(request.destination(), approved.destination())
        ? Optional.empty()
        : Optional.of(
            new Violation(
                RuleCode.DESTINATION_MISMATCH,
                request.destination().toString(),
                approved.destination().toString()));
  }

  private static boolean isInside(URI asked, URI approved) {
    List<String> there = names(asked.getPath());
    List<String> allowed = names(approved.getPath());
    return lower(asked.getScheme()).equals(lower(approved.getScheme()))
        && lower(asked.getRawAuthority()).equals(lower(approved.getRawAuthority()))
        && there.size() >= allowed.size()
        && there.subList(0, allowed.size()).equals(allowed);
  }

  // Whole names, so that the account 'data' does not contain the account 'data2'; and decoded
  // ones, since a server reads %2e%2e as '..' too.
  private static List<String> names(@Nullable String path) {
    List<String> names = new ArrayList<>();
    for (String name : (path == null ? "" : path).split("[/\\\\]", -1)) {
      if (name.equals("..")) {
        names.subList(Math.max(0, names.size() - 1), names.size()).clear();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return names;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static Optional<Violation> scope(AccessRequest request, Authorization approved) {
    Optional<Scope> allowed = find(request, approved).map(AuthorizedDataset::scope);
    if (allowed.isEmpty() || request.scope().isWithin(allowed.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            RuleCode.SCOPE_MISMATCH, request.scope().toString(), allowed.get().toString()));
  }

  private static Optional<AuthorizedDataset> find(AccessRequest request, Authorization approved) {
    String asked = canonical(request.dataset());
    return approved.datasets().stream()
        .filter(one -> one.selection().dataset().name().equals(asked))
        .findFirst();
  }

  private static String canonical(String dataset) {
    return Catalog.builtIn().find(dataset).map(Dataset::name).orElse(dataset);
  }
}
