package io.github.dataconnect4j.generator;

import io.github.dataconnect4j.generator.CatalogData.ColumnData;
import java.util.Locale;

/** How a column is read, and by which factory method of {@code Column}. */
enum Kind {
  TEXT("text", "STRING", "a text"),
  ENUM("enumText", "STRING", "the value of an enum literal, as a text"),
  TIME("time", "DATETIME", "a time"),
  NUMBER("number", "INT64", "a whole number"),
  REAL("real", "DOUBLE", "a number"),
  FLAG("flag", "BOOLEAN", "true or false"),
  TEXTS("texts", "ARRAY", "texts"),
  ENUMS("enumTexts", "ARRAY", "the values of enum literals, as texts"),
  OBJECT("object", "OBJECT", "an object"),
  OBJECTS("objects", "ARRAY", "objects"),
  VALUE("value", "OBJECT", "whatever there is");

  private final String factory;
  private final String type;
  private final String words;

  Kind(String factory, String type, String words) {
    this.factory = factory;
    this.type = type;
    this.words = words;
  }

  static Kind of(ColumnData column) {
    String reads = column.reads() == null ? column.type() : column.reads();
    return switch (reads) {
      case "string" -> TEXT;
      case "enum" -> column.type().equals("array") ? ENUMS : ENUM;
      case "datetime" -> TIME;
      case "int32", "int64" -> NUMBER;
      case "double", "number" -> REAL;
      case "boolean" -> FLAG;
      case "object" -> column.fields().isEmpty() ? VALUE : OBJECT;
      case "array" -> array(column);
      case "value" -> VALUE;
      default ->
          throw new IllegalArgumentException(
              "Column '" + column.name() + "' reads as '" + reads + "', which is unknown.");
    };
  }

  private static Kind array(ColumnData column) {
    if (!column.fields().isEmpty()) {
      return OBJECTS;
    }
    return "string".equals(column.elements()) ? TEXTS : VALUE;
  }

  String factory() {
    return factory;
  }

  /** Whether the factory gives the column another type than its page does. */
  boolean departsFrom(ColumnData column) {
    return !type.equals(column.type().toUpperCase(Locale.ROOT));
  }

  String words() {
    return words;
  }
}
