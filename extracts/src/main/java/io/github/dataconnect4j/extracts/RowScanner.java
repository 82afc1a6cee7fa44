package io.github.dataconnect4j.extracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.dataconnect4j.dataset.ValuesRow;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.UnreadableDataException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rows of one file: any sequence of JSON objects, and arrays of them at the top level.
 *
 * <p>The parser's own messages quote the data, so they are never passed on, not even as a cause.
 */
final class RowScanner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RowScanner.class);

  // Lengths are bounded by the row's allowance, nesting by us: both then say what they are about.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Extracts.DEEPEST_ROW + 2)
                  .build())
          .build();

  private static final String COPY_AGAIN =
      "If the file was moved here, move it again; if the run wrote it so, run the copy again.";

  private static final String RAISE = "Raise withLongestRow(…) if such rows are expected.";

  private final String file;
  private final RowAllowance source;
  private final JsonParser parser;
  private boolean inArray;

  private RowScanner(String file, RowAllowance source, JsonParser parser) {
    this.file = file;
    this.source = source;
    this.parser = parser;
  }

  static RowScanner open(ExtractFile file, int longestRow) {
    RowAllowance source = null;
    try {
      source = new RowAllowance(file.content().open(), longestRow);
      return new RowScanner(file.name(), source, JSON.createParser(source));
    } catch (IOException e) {
      close(file.name(), source);
      throw broken(file.name(), "", e);
    }
  }

  /** The next row; {@code null} at the end of the file. */
  @Nullable ValuesRow next() {
    try {
      source.newRow();
      JsonToken token = skipBrackets();
      if (token == null) {
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        throw unreadable("there is a value that is not an object, and so not a row", COPY_AGAIN);
      }
      return ValuesRow.over(object(1));
    } catch (RowTooLongException e) {
      throw unreadable("a row is longer than " + e.limit() + " bytes", RAISE);
    } catch (StreamConstraintsException e) {
      throw unreadable("a name or a number is longer than any that makes sense", COPY_AGAIN);
    } catch (JsonEOFException e) {
      throw unreadable("the file ends in the middle", COPY_AGAIN);
    } catch (JsonProcessingException | CharConversionException e) {
      throw unreadable("there is something that is not JSON", COPY_AGAIN);
    } catch (IOException e) {
      throw broken(file, here(), e);
    }
  }

  /** The first token of a row, or of what should be one, with any array around rows left out. */
  private @Nullable JsonToken skipBrackets() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.END_ARRAY || (token == JsonToken.START_ARRAY && !inArray)) {
      inArray = token == JsonToken.START_ARRAY;
      token = parser.nextToken();
    }
    return token;
  }

  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(depth + 1));
    }
    return object;
  }

  private @Nullable Object value(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart() && depth > Extracts.DEEPEST_ROW) {
      throw unreadable("a row nests deeper than " + Extracts.DEEPEST_ROW + " levels", COPY_AGAIN);
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getDecimalValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(depth + 1));
    }
    return array;
  }

  private String here() {
    JsonLocation at = parser.currentLocation();
    return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private UnreadableDataException unreadable(String reason, String cure) {
    return new UnreadableDataException(
        Problem.of("read the rows of '" + file + "'", reason + here() + ".", cure)
            .andId("file", file),
        null);
  }

  private static DataConnectException broken(String file, String where, IOException cause) {
    if (cause.getCause() instanceof DataConnectException known) {
      return known;
    }
    return new UnreadableDataException(
        new Problem(
            "read the rows of '" + file + "'",
            "reading broke off" + where + ": " + cause + ".",
            "Read again from the start.",
            Optional.empty(),
            Optional.empty(),
            Problem.Retry.YES,
            Map.of("file", file)),
        cause);
  }

  @Override
  public void close() {
    close(file, parser);
  }

  private static void close(String file, @Nullable Closeable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      LOG.debug("closing failed file={} cause={}", file, e.toString());
    }
  }
}
