package io.github.dataconnect4j.azure;

import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * One request, as the HTTP stack that carries it sees it: azure-core's or OkHttp's.
 *
 * @param <A> the stack's answer
 */
interface Exchange<A> {

  String method();

  URL url();

  /**
   * Sends the request, as often as asked.
   *
   * @throws IOException if no answer came; some stacks wrap it in a {@link RuntimeException}
   */
  A send() throws IOException;

  int status(A answer);

  /** A header of an answer; null where it has none of that name. */
  @Nullable String header(A answer, String name);

  /** Lets go of an answer that nobody reads. */
  void discard(A answer);
}
