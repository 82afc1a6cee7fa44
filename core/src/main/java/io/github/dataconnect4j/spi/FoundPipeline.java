package io.github.dataconnect4j.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pipeline as it stands, whoever made it.
 *
 * <p>Immutable.
 *
 * @param name its name
 * @param parameters the parameters that it declares, with their default values
 * @param copies the activities that copy from Microsoft 365, wherever in it they stand
 * @since 0.1.0
 */
public record FoundPipeline(
    String name, Map<String, Optional<String>> parameters, List<FoundCopy> copies) {

  public FoundPipeline {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    copies = List.copyOf(copies);
  }

  /**
   * A copy activity.
   *
   * @param activity its name
   * @param dataset the dataset's name on the wire, or the expression that gives it
   * @param columns the columns that it asks for; none where it names none, or where an expression
   *     gives one of them
   * @param sink where it writes: the container, a slash, and the folder
   */
  public record FoundCopy(String activity, String dataset, List<String> columns, SinkPath sink) {
    public FoundCopy {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A path that may depend on the run.
   *
   * @param parts what stands one after another in it
   */
  public record SinkPath(List<Part> parts) {
    public SinkPath {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a path.
   *
   * @param kind what the text means
   * @param text the text itself, a parameter's name, or an expression; empty for the run's id
   */
  public record Part(Kind kind, String text) {

    /** What the text of a part means. */
    public enum Kind {
      TEXT,
      /** The value of a parameter of the run. */
      PARAMETER,
      RUN_ID,
      /** An expression whose value the host alone knows. */
      UNRESOLVED
    }
  }
}
