package io.github.dataconnect4j.onboarding;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.dataset.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Data Connect is asked for: which columns of which datasets, for whom, delivered where.
 *
 * <p>An administrator approves it as a whole. A run may ask for less, never for more.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Registration {

  private final Landing landing;
  private final String description;
  private final List<AuthorizedDataset> datasets;

  private Registration(Landing landing, String description, List<AuthorizedDataset> datasets) {
    this.landing = landing;
    this.description = description;
    this.datasets = List.copyOf(datasets);
  }

  /** A registration of a landing's application, delivering into its storage account. */
  public static Registration of(Landing landing) {
    return new Registration(Objects.requireNonNull(landing, "landing"), "", List.of());
  }

  /** What the data is for, in words for the administrator. */
  public Registration describedAs(String description) {
    return new Registration(landing, Objects.requireNonNull(description, "description"), datasets);
  }

  /** Adds a dataset, for everyone. */
  public Registration reads(Selection<?> selection) {
    return reads(selection, Scope.everyone());
  }

  /** Adds a dataset, for the people or groups of a scope. */
  public Registration reads(Selection<?> selection, Scope scope) {
    List<AuthorizedDataset> more = new ArrayList<>(datasets);
    more.add(new AuthorizedDataset(selection, scope));
    return new Registration(landing, description, more);
  }

  public Landing landing() {
    return landing;
  }

  public String description() {
    return description;
  }

  /** What is read, in the order in which it was added. */
  public List<AuthorizedDataset> datasets() {
    return datasets;
  }

  /** What is read of one dataset; empty if nothing is. */
  public Optional<AuthorizedDataset> find(Dataset<?> dataset) {
    return datasets.stream().filter(one -> one.selection().dataset().equals(dataset)).findFirst();
  }

  /**
   * What is missing or wrong, the landing's faults included; empty if nothing is. Calls nothing.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(landing.faults());
    if (description.isBlank()) {
      faults.add("The registration has no description. Add describedAs(…): what is the data for?");
    }
    if (datasets.isEmpty()) {
      faults.add("The registration reads nothing. Add reads(dataset.columns(…)).");
    }
    Set<Dataset<?>> seen = new HashSet<>();
    for (AuthorizedDataset one : datasets) {
      Dataset<?> dataset = one.selection().dataset();
      if (!seen.add(dataset)) {
        faults.add(dataset.name() + " is registered twice. Put its columns into one reads(…).");
      }
      if (dataset.scopeKind() == ScopeKind.TENANT && !(one.scope() instanceof Scope.Everyone)) {
        faults.add(
            dataset.name()
                + " covers the whole tenant and takes no scope, but "
                + one.scope()
                + " is given. Leave the scope out.");
      }
    }
    return faults;
  }

  /**
   * This registration.
   *
   * @throws IllegalArgumentException if something is missing or wrong; every fault is named
   */
  public Registration requireValid() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return this;
  }
}
