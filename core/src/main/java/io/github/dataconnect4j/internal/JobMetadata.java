package io.github.dataconnect4j.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run says of itself in its {@code metadata/} folder. The schema is published for Viva drops
 * only; what is not there is not known.
 */
final class JobMetadata {

  private static final Logger LOG = LoggerFactory.getLogger(JobMetadata.class);
  private static final String ROWS = "NumberOfRowsExtracted";

  private JobMetadata() {}

  /** The rows that the run extracted; empty where its metadata does not tell. */
  static OptionalLong rows(RunOutput output) {
    for (StoredFile file : output.metadataFiles()) {
      try (InputStream stream = output.open(file);
          JsonParser json = new JsonFactory().createParser(stream)) {
        OptionalLong rows = rows(json);
        if (rows.isPresent()) {
          return rows;
        }
      } catch (JsonProcessingException e) {
        LOG.debug("metadata is not JSON file={}", file.path());
      } catch (IOException e) {
        LOG.warn("metadata cannot be read file={} cause={}", file.path(), e.toString());
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong rows(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return OptionalLong.empty();
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals(ROWS) && value == JsonToken.VALUE_NUMBER_INT) {
        return OptionalLong.of(json.getLongValue());
      }
      json.skipChildren();
    }
    return OptionalLong.empty();
  }
}
