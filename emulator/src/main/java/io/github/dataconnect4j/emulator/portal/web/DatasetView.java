package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.tenant.Group;
import java.util.List;

/**
 * One dataset of a registration as its pages show it.
 *
 * @param name the full name
 * @param shortName the name without the prefix that all share
 * @param columns the columns that are asked for
 * @param coverage how many of all these are
 * @param scope whose data, in a word
 * @param scopeLines the groups, or the filter
 */
record DatasetView(
    String name,
    String shortName,
    List<String> columns,
    String coverage,
    String scope,
    List<String> scopeLines) {

  static DatasetView of(AuthorizedDataset one, People people) {
    Dataset<?> dataset = one.selection().dataset();
    List<String> columns = one.selection().columns();
    int all = dataset.columns().size();
    String coverage =
        columns.size() == all
            ? "all " + Shown.count(all, "column", "columns")
            : columns.size() + " of " + Shown.count(all, "column", "columns");
    return new DatasetView(
        dataset.name(),
        dataset.shortName(),
        columns,
        coverage,
        word(one.scope()),
        lines(one.scope(), people));
  }

  private static String word(Scope scope) {
    if (scope instanceof Scope.Groups) {
      return "Members of these groups";
    }
    return scope instanceof Scope.Filter ? "Users that this filter selects" : "All users";
  }

  private static List<String> lines(Scope scope, People people) {
    if (scope instanceof Scope.Groups groups) {
      return groups.ids().stream()
          .map(
              id ->
                  people.group(id).map(Group::displayName).orElse("unknown group")
                      + " ("
                      + id
                      + ")")
          .toList();
    }
    return scope instanceof Scope.Filter filter ? List.of(filter.uri()) : List.of();
  }
}
