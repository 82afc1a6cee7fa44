package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.Dataset;
import java.util.List;
import java.util.Set;

/**
 * The columns of a dataset, as the catalog names them, and the ones that trail every row.
 *
 * <p>Immutable.
 */
final class RowShape {

  /** Calendar samples restart the row number within the page after 50. */
  private static final int PAGE = 50;

  private static final Set<String> OWNERS = Set.of("puser", "pObjectId", "ptenant");

  private final Spelling spelling;
  private final String ownerColumn;
  private final List<Field> fields;

  RowShape(Dataset<?> dataset) {
    this.spelling = Spelling.of(dataset);
    this.ownerColumn = dataset.hasColumn("pObjectId") ? "pObjectId" : "puser";
    this.fields =
        dataset.columns().stream()
            .map(Column::name)
            .filter(name -> !OWNERS.contains(name))
            .map(name -> new Field(name, name.equals("ODataType") ? name : camel(name)))
            .toList();
  }

  Spelling spelling() {
    return spelling;
  }

  /**
   * A row with all columns.
   *
   * @param number the place among the owner's rows
   */
  ObjectNode row(String ownerId, String tenantId, int number, Cells cells) {
    ObjectNode row = Cell.object();
    for (Field field : fields) {
      row.set(field.column, cells.cell(field.name));
    }
    row.put(ownerColumn, ownerId);
    row.put("ptenant", tenantId);
    row.putNull("pAdditionalInfo");
    row.put("datarow", number);
    row.put("userrow", number);
    row.put("pagerow", number % PAGE);
    row.putObject("rowinformation")
        .putNull("errorInformation")
        .put("userReturnedNoData", false)
        .put("isUserSummaryRow", false)
        .put("userHasCompleteData", false);
    return row;
  }

  private static String camel(String column) {
    return Character.toLowerCase(column.charAt(0)) + column.substring(1);
  }

  /** What stands in the columns of one row. */
  @FunctionalInterface
  interface Cells {

    /**
     * @param name the column as Graph would spell it; {@code ODataType} stays
     */
    JsonNode cell(String name);
  }

  private record Field(String column, String name) {}
}
