package io.github.dataconnect4j.azure;

import com.azure.core.exception.HttpResponseException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Turns what the Azure clients throw into this library's exceptions: the one place for it.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class AzureErrors {

  private static final Pattern SIGN_IN_CODE = Pattern.compile("AADSTS(\\d{4,8})");

  private AzureErrors() {}

  /**
   * What went wrong, in this library's words, with the cause kept.
   *
   * @param attempt what was attempted: the rest of a sentence that begins "Could not"
   * @param cause what a client threw; a {@link DataConnectException} in its chain is returned as it
   *     is
   * @throws IllegalArgumentException if the cause is one, and so a mistake of the caller's
   * @throws IllegalStateException if the cause is one
   */
  public static DataConnectException translate(String attempt, RuntimeException cause) {
    List<Throwable> chain = chain(cause);
    for (Throwable link : chain) {
      if (link instanceof DataConnectException known) {
        return known;
      }
    }
    Optional<DataConnectException> signIn = signIn(attempt, cause, chain);
    if (signIn.isPresent()) {
      return signIn.get();
    }
    for (Throwable link : chain) {
      if (link instanceof HttpResponseException answered) {
        Optional<ServiceFault> fault = FaultReader.read(answered);
        if (fault.isPresent()) {
          return translate(attempt, fault.get(), cause);
        }
      }
    }
    for (Throwable link : chain) {
      if (link instanceof IOException unanswered) {
        return unreachable(attempt, unanswered, cause);
      }
    }
    if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException) {
      throw cause;
    }
    return new ServiceUnavailableException(
        Problem.of(
                attempt,
                "The Azure client failed with " + cause.getClass().getSimpleName() + ".",
                "See the cause below; report it if it is not a fault of the environment.")
            .withRetry(Problem.Retry.UNKNOWN),
        cause);
  }

  /** As {@link #translate(String, RuntimeException)}, for an answer that is read already. */
  public static DataConnectException translate(
      String attempt, ServiceFault fault, RuntimeException cause) {
    return FaultTable.translate(attempt, fault, cause);
  }

  /** Whether a service answered that there is no such thing. */
  public static boolean isNotFound(RuntimeException cause) {
    return status(cause) == 404;
  }

  /**
   * Whether a request that failed may have been carried out all the same: it was sent and not
   * answered, the answer cannot be read, or it leaves the outcome open.
   */
  public static boolean mayHaveHappened(RuntimeException cause) {
    List<Throwable> chain = chain(cause);
    if (chain.stream().anyMatch(DataConnectException.class::isInstance)) {
      return false; // refused on this side, before anything was sent
    }
    int status = status(cause);
    if (status > 0) {
      return leavesOutcomeOpen(status);
    }
    return chain.stream()
            .anyMatch(link -> link instanceof IOException || link instanceof TimeoutException)
        && !isUnsent(cause);
  }

  /**
   * As {@link #mayHaveHappened(RuntimeException)}, by the status of the answer. A success that came
   * as an exception is one whose body could not be read. That 503 is among them agrees with the
   * retry schedule: only throttling says that nothing was done, a gateway's 503 may come after the
   * work.
   */
  static boolean leavesOutcomeOpen(int status) {
    return (status >= 200 && status < 300) || status == 408 || status >= 500;
  }

  /** Whether no connection stood, so that nothing can have been sent. */
  static boolean isUnsent(Throwable cause) {
    return chain(cause).stream()
        .anyMatch(
            link ->
                link instanceof ConnectException
                    || link instanceof UnknownHostException
                    || link instanceof NoRouteToHostException
                    || isUntrusted(link)
                    || (link instanceof SocketTimeoutException late && isConnecting(late)));
  }

  // The JDK and OkHttp have no type of their own for it.
  private static boolean isConnecting(SocketTimeoutException late) {
    return late.getMessage() != null
        && late.getMessage().toLowerCase(Locale.ROOT).contains("connect");
  }

  /** Whether the network failed, in a way that another try may not. */
  static boolean isLostOnTheWay(Throwable cause) {
    List<Throwable> chain = chain(cause);
    return chain.stream().anyMatch(IOException.class::isInstance)
        && chain.stream()
            .noneMatch(link -> link instanceof DataConnectException || isUntrusted(link));
  }

  private static boolean isUntrusted(Throwable failure) {
    return failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException;
  }

  /** The status of the answer; 0 where there was none. */
  static int status(RuntimeException cause) {
    for (Throwable link : chain(cause)) {
      if (link instanceof HttpResponseException answered && answered.getResponse() != null) {
        return answered.getResponse().getStatusCode();
      }
    }
    return 0;
  }

  /** Whether a service answered with that code. */
  static boolean hasCode(RuntimeException cause, String code) {
    for (Throwable link : chain(cause)) {
      if (link instanceof HttpResponseException answered) {
        return FaultReader.read(answered).filter(fault -> fault.hasCode(code)).isPresent();
      }
    }
    return false;
  }

  static List<Throwable> chain(Throwable cause) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = cause; link != null && !chain.contains(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }

  // Microsoft Entra's answers arrive as texts of several libraries; the code in them is the same.
  private static Optional<DataConnectException> signIn(
      String attempt, RuntimeException cause, List<Throwable> chain) {
    for (Throwable link : chain) {
      Matcher code = SIGN_IN_CODE.matcher(link.getMessage() == null ? "" : link.getMessage());
      if (code.find()) {
        return Optional.of(signIn(attempt, code.group(1), cause));
      }
    }
    return Optional.empty();
  }

  private static DataConnectException signIn(String attempt, String code, RuntimeException cause) {
    if (code.equals("90033")) {
      return new ServiceUnavailableException(
          Problem.of(attempt, "Microsoft Entra is temporarily unavailable.", "Try again later.")
              .withCode("AADSTS" + code)
              .withRetry(Problem.Retry.YES),
          cause);
    }
    String[] words =
        switch (code) {
          case "7000215" ->
              new String[] {
                "The client secret is not accepted.",
                "Make a new secret for the application in Microsoft Entra, Certificates & secrets,"
                    + " and give its value, not its id."
              };
          case "7000222" ->
              new String[] {
                "The client secret has expired.",
                "Make a new secret for the application in Microsoft Entra, Certificates & secrets."
              };
          case "700016" ->
              new String[] {
                "The tenant has no application of that client id.",
                "Check the client id, and that the application is registered in that tenant."
              };
          case "90002", "900023" ->
              new String[] {
                "There is no such tenant.",
                "Check the tenant id, and that the cloud is the right one."
              };
          default ->
              new String[] {
                "Microsoft Entra refused the sign-in.",
                "Look the code up at https://login.microsoftonline.com/error?code=" + code + "."
              };
        };
    return new NotPermittedException(
        Problem.of(attempt, words[0], words[1]).withCode("AADSTS" + code), cause);
  }

  private static DataConnectException unreachable(
      String attempt, IOException reason, RuntimeException cause) {
    if (isUntrusted(reason)) {
      return new ServiceUnavailableException(
          Problem.of(
              attempt,
              "No trusted connection came about: " + words(reason),
              "Behind a proxy that opens TLS, add its certificate with HttpSettings.andAuthority;"
                  + " for an emulator, use the cloud that it hands out."),
          cause);
    }
    String what = "The exchange with the service broke off: ";
    if (reason instanceof UnknownHostException) {
      what = "The host's name is not known: ";
    } else if (isUnsent(reason)) {
      what = "The service could not be reached: ";
    } else if (reason instanceof SocketTimeoutException) {
      what = "The service did not answer in time: ";
    }
    return new ServiceUnavailableException(
        Problem.of(attempt, what + words(reason), "Check the network and the proxy, and try again.")
            .withRetry(Problem.Retry.YES),
        cause);
  }

  private static String words(IOException reason) {
    String message = reason.getMessage();
    String text = Redaction.of(message == null ? reason.getClass().getSimpleName() : message);
    return text.endsWith(".") ? text : text + ".";
  }
}
