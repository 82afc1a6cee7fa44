package io.github.dataconnect4j.emulator.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.UnreadableDataException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file: JSON objects one after another, glued or with white space between them, or
 * in arrays; in UTF-8, UTF-16 or UTF-32. One row is in memory at a time.
 *
 * <p>Confined to one thread.
 */
final class RowReader implements Closeable {

  private static final int BUFFER = 1 << 16;

  /** Rows carry attachments as one text; a published one has two million characters. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          // Numbers go out as they came in.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path file;
  private final JsonParser parser;

  /**
   * @throws UnreadableDataException if the file cannot be opened
   */
  RowReader(Path file) {
    this.file = file;
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      parser = MAPPER.createParser(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The next row; null at the end.
   *
   * @throws UnreadableDataException if there is something else than a row
   */
  @Nullable ObjectNode next() {
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        throw unreadable(
            "there is something else than a JSON object", parser.currentTokenLocation());
      }
      return MAPPER.readTree(parser);
    } catch (JsonEOFException e) {
      throw unreadable("the file ends in the middle of a value", e.getLocation());
    } catch (JsonProcessingException e) {
      // The parser's own text quotes what it found, and that may be anybody's mail.
      throw unreadable("the text is no JSON", e.getLocation());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private UnreadableDataException unreadable(String what, JsonLocation place) {
    return new UnreadableDataException(
        problem(
            "at line " + place.getLineNr() + ", column " + place.getColumnNr() + " " + what + "."),
        null);
  }

  private UnreadableDataException unreadable(IOException cause) {
    return new UnreadableDataException(
        problem("reading it failed with " + cause.getClass().getSimpleName() + "."), cause);
  }

  private Problem problem(String reason) {
    return Problem.of(
            "read the extract file " + file,
            reason,
            "Mend the file, or take it out of the data folder.")
        .andId("file", file.toString());
  }
}
