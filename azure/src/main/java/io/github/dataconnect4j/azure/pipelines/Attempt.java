package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.azure.AzureErrors;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call, and what to say if it fails.
 *
 * @param what the rest of a sentence that begins "Could not"
 * @since 0.1.0
 */
public record Attempt(String what) {

  /** What is looked for; empty if the service knows no such thing. */
  public <T> Optional<T> find(Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (RuntimeException e) {
      if (AzureErrors.isNotFound(e)) {
        return Optional.empty();
      }
      throw AzureErrors.translate(what, e);
    }
  }

  /** What a call brings; its failure in this library's words. */
  public <T> T get(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw AzureErrors.translate(what, e);
    }
  }
}
