package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.synapse.Synapse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs the copies: one line of a landing, and nothing else differs. */
enum Backend {
  DATA_FACTORY("data-factory", "data factory", "DATACONNECT_DATA_FACTORY"),
  SYNAPSE("synapse", "Synapse workspace", "DATACONNECT_SYNAPSE_WORKSPACE");

  private final String option;
  private final String words;
  private final String variable;

  Backend(String option, String words, String variable) {
    this.option = option;
    this.words = words;
    this.variable = variable;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Backend of(@Nullable String option) {
    Optional<Backend> found =
        Arrays.stream(values()).filter(one -> one.option.equals(option)).findFirst();
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "--backend needs 'data-factory' or 'synapse', but not '"
                    + (option == null ? "" : option)
                    + "'."));
  }

  PipelineHost named(String name) {
    return switch (this) {
      case DATA_FACTORY -> DataFactory.named(name);
      case SYNAPSE -> Synapse.named(name);
    };
  }

  /** The variable that holds its name on Azure. */
  String variable() {
    return variable;
  }

  @Override
  public String toString() {
    return words;
  }
}
