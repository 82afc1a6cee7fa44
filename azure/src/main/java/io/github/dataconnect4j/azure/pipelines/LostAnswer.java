package io.github.dataconnect4j.azure.pipelines;

import com.azure.core.exception.HttpResponseException;
import io.github.dataconnect4j.error.DataConnectException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells whether a failed request may have been carried out all the same. */
final class LostAnswer {

  /** Answers after which a gateway or a service may have done the work, or do it yet. */
  private static final Set<Integer> DOUBTFUL = Set.of(408, 500, 502, 504);

  private LostAnswer() {}

  static boolean isPossible(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof DataConnectException) {
        return false; // refused on this side, or failed on the way to the request itself
      }
      if (cause instanceof HttpResponseException answered && answered.getResponse() != null) {
        int status = answered.getResponse().getStatusCode();
        // An answer that cannot be read is a lost one.
        return DOUBTFUL.contains(status) || (status >= 200 && status < 300);
      }
      if (wasNeverSent(cause)) {
        return false;
      }
      if (cause instanceof IOException || cause instanceof TimeoutException) {
        return !hasUnsentBeneath(cause);
      }
    }
    return false;
  }

  private static boolean hasUnsentBeneath(Throwable failure) {
    for (Throwable cause = next(failure); cause != null; cause = next(cause)) {
      if (wasNeverSent(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean wasNeverSent(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException
        || cause instanceof SSLPeerUnverifiedException
        || (cause instanceof SocketTimeoutException late && isConnecting(late.getMessage()));
  }

  // The JDK and OkHttp have no type of their own for it.
  private static boolean isConnecting(@Nullable String message) {
    return message != null && message.toLowerCase(Locale.ROOT).contains("connect");
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
