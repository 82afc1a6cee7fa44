package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.emulator.http.FormFields;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.portal.web.InfoView.Option;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The wizard's second tab: datasets, and columns and scope of each. Thread-safe. */
final class DatasetPages {

  /** How many groups are offered to tick; the others are named by object id. */
  private static final int MOST_GROUPS_SHOWN = 50;

  private final PortalWorld world;
  private final WizardPages wizard;

  DatasetPages(PortalWorld world, WizardPages wizard) {
    this.world = world;
    this.wizard = wizard;
  }

  Response list(Visit visit, Path path) {
    String key = path.get("draft");
    Draft draft = wizard.draft(visit, key);
    Frame frame = WizardPages.frame(visit, draft, List.of(), "");
    List<Chosen> chosen =
        draft.datasets().stream()
            .map(one -> DatasetView.of(one, world.directory()))
            .map(one -> new Chosen(one, visit.token(Paths.removal(key, one.name()))))
            .toList();
    List<Option> offered =
        Catalog.builtIn().datasets().stream()
            .filter(one -> draft.dataset(one.name()).isEmpty())
            .map(one -> new Option(one.name(), shown(one)))
            .toList();
    String add = visit.token(Paths.datasets(key));
    String cancel = visit.token(Paths.discarding(key));
    return Html.page(
        200,
        out ->
            JtedatasetsGenerated.render(out, Html.PLAIN, frame, key, chosen, offered, add, cancel));
  }

  private static String shown(Dataset<?> dataset) {
    return switch (dataset.status()) {
      case CURRENT -> dataset.name();
      case PREVIEW -> dataset.name() + " (preview)";
      case DEPRECATED -> dataset.name() + " (deprecated)";
    };
  }

  /** Goes on to the page of the dataset that was chosen. */
  Response choose(Visit visit, Path path) {
    Dataset<Row> dataset = require(visit.form().first("dataset"));
    return Html.goTo(Paths.dataset(path.get("draft"), dataset.name()));
  }

  Response show(Visit visit, Path path) {
    return page(200, visit, path, visit.form(), List.of());
  }

  private Response page(int status, Visit visit, Path path, FormFields form, List<String> faults) {
    String key = path.get("draft");
    Draft draft = wizard.draft(visit, key);
    Dataset<Row> dataset = require(path.get("dataset"));
    DatasetForm view =
        faults.isEmpty()
            ? DatasetForm.of(dataset, draft.dataset(dataset.name()), groups())
            : DatasetForm.asSent(dataset, form, groups());
    Frame frame = WizardPages.frame(visit, draft, faults, "The dataset is not kept yet.");
    String save = visit.token(Paths.dataset(key, dataset.name()));
    return Html.page(
        status, out -> JtedatasetGenerated.render(out, Html.PLAIN, frame, key, view, save));
  }

  private List<Option> groups() {
    return world.directory().groups().stream()
        .limit(MOST_GROUPS_SHOWN)
        .map(one -> new Option(one.id(), one.displayName()))
        .toList();
  }

  Response save(Visit visit, Path path) {
    String key = path.get("draft");
    Dataset<Row> dataset = require(path.get("dataset"));
    try {
      AuthorizedDataset asked =
          new AuthorizedDataset(columns(dataset, visit.form()), scope(dataset, visit.form()));
      visit.session().keep(key, wizard.draft(visit, key).with(asked));
      return Html.goTo(Paths.datasets(key));
    } catch (IllegalArgumentException e) {
      return page(422, visit, path, visit.form(), List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Selection<Row> columns(Dataset<Row> dataset, FormFields form) {
    if (form.first("columns").equals("all")) {
      return dataset.allColumns();
    }
    List<String> ticked = form.all("column");
    if (ticked.isEmpty()) {
      throw new IllegalArgumentException("No column is ticked. Tick at least one.");
    }
    return dataset.select(new LinkedHashSet<>(ticked));
  }

  private Scope scope(Dataset<Row> dataset, FormFields form) {
    String type = form.first("scope");
    if (dataset.scopeKind() == ScopeKind.TENANT && !type.equals("All")) {
      throw new IllegalArgumentException(
          dataset.shortName() + " is about the whole tenant, and takes no other scope.");
    }
    return switch (type) {
      case "All" -> Scope.everyone();
      case "List" -> groups(form);
      case "FilterUri" -> Scope.filter(form.first("filterUri"));
      default -> throw new IllegalArgumentException("No scope is chosen. Say whose data it is.");
    };
  }

  private Scope groups(FormFields form) {
    Set<String> ids = new LinkedHashSet<>(form.all("group"));
    for (String typed : form.first("moreGroups").split("[\\s,;]+", -1)) {
      if (!typed.isEmpty()) {
        ids.add(typed);
      }
    }
    Scope.Groups scope = new Scope.Groups(ids);
    for (String id : scope.ids()) {
      if (world.directory().group(id).isEmpty()) {
        throw new IllegalArgumentException("The directory has no group '" + id + "'.");
      }
    }
    return scope;
  }

  Response remove(Visit visit, Path path) {
    String key = path.get("draft");
    Draft draft = wizard.draft(visit, key);
    visit.session().keep(key, draft.without(path.get("dataset")));
    return Html.goTo(Paths.datasets(key));
  }

  private static Dataset<Row> require(String name) {
    return Catalog.builtIn()
        .find(name)
        .orElseThrow(
            () ->
                PortalRefusedException.invalid(
                    List.of("The catalog has no dataset '" + name + "'. Choose one of the list.")));
  }

  /**
   * A dataset of the registration.
   *
   * @param view what is asked of it
   * @param remove the token of the form that takes it away
   */
  record Chosen(DatasetView view, String remove) {}

  /**
   * The page of one dataset, as it is filled.
   *
   * @param name the full name
   * @param shortName the short one
   * @param kind over what it is extracted
   * @param columns all columns
   * @param ticked the names of those that are ticked
   * @param all whether all are asked for
   * @param scope All, List or FilterUri
   * @param groups the groups that are offered
   * @param chosenGroups the ids of those that are ticked
   * @param moreGroups the ids of others
   * @param filterUri the filter
   */
  record DatasetForm(
      String name,
      String shortName,
      ScopeKind kind,
      List<Option> columns,
      Set<String> ticked,
      boolean all,
      String scope,
      List<Option> groups,
      Set<String> chosenGroups,
      String moreGroups,
      String filterUri) {

    static DatasetForm of(
        Dataset<Row> dataset, Optional<AuthorizedDataset> asked, List<Option> groups) {
      Set<String> columns =
          asked.map(one -> Set.copyOf(one.selection().columns())).orElse(Set.of());
      Scope scope = asked.map(AuthorizedDataset::scope).orElse(Scope.everyone());
      Set<String> ids = scope instanceof Scope.Groups chosen ? chosen.ids() : Set.of();
      String type =
          scope instanceof Scope.Groups
              ? "List"
              : scope instanceof Scope.Filter ? "FilterUri" : "All";
      return new DatasetForm(
          dataset.name(),
          dataset.shortName(),
          dataset.scopeKind(),
          options(dataset),
          columns,
          columns.size() == dataset.columns().size(),
          type,
          groups,
          ids,
          String.join(" ", ids.stream().filter(id -> isNotAmong(groups, id)).toList()),
          scope instanceof Scope.Filter filter ? filter.uri() : "");
    }

    static DatasetForm asSent(Dataset<Row> dataset, FormFields form, List<Option> groups) {
      return new DatasetForm(
          dataset.name(),
          dataset.shortName(),
          dataset.scopeKind(),
          options(dataset),
          Set.copyOf(form.all("column")),
          form.first("columns").equals("all"),
          form.first("scope"),
          groups,
          Set.copyOf(form.all("group")),
          form.first("moreGroups"),
          form.first("filterUri"));
    }

    private static boolean isNotAmong(List<Option> groups, String id) {
      return groups.stream().noneMatch(one -> one.value().equalsIgnoreCase(id));
    }

    private static List<Option> options(Dataset<Row> dataset) {
      return dataset.columns().stream().map(Column::name).map(one -> new Option(one, one)).toList();
    }
  }
}
