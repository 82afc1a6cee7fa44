package io.github.dataconnect4j.azure;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the services are reached: proxy, trust, time-outs.
 *
 * <p>Nothing is read from the environment. Without a proxy of its own the JVM's applies ({@code
 * https.proxyHost} and its kin).
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class HttpSettings {

  private static final HttpSettings STANDARD =
      new HttpSettings(
          Optional.empty(),
          List.of(),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2));

  private final Optional<InetSocketAddress> proxy;
  private final List<X509Certificate> authorities;
  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Duration callTimeout;

  private HttpSettings(
      Optional<InetSocketAddress> proxy,
      List<X509Certificate> authorities,
      Duration connectTimeout,
      Duration readTimeout,
      Duration callTimeout) {
    this.proxy = proxy;
    this.authorities = authorities;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.callTimeout = callTimeout;
  }

  /**
   * No proxy, no certificate authorities of your own; 10 s to connect, 60 s of silence while
   * reading, 2 minutes for a call.
   */
  public static HttpSettings standard() {
    return STANDARD;
  }

  /** An HTTP proxy; its name is looked up when a connection is made. */
  public HttpSettings withProxy(String host, int port) {
    InetSocketAddress address =
        InetSocketAddress.createUnresolved(Objects.requireNonNull(host, "host"), port);
    return new HttpSettings(
        Optional.of(address), authorities, connectTimeout, readTimeout, callTimeout);
  }

  /**
   * Trusts a certificate authority besides those of the cloud, such as that of a proxy which opens
   * TLS.
   */
  public HttpSettings andAuthority(X509Certificate authority) {
    List<X509Certificate> more = new ArrayList<>(authorities);
    more.add(Objects.requireNonNull(authority, "authority"));
    return new HttpSettings(proxy, List.copyOf(more), connectTimeout, readTimeout, callTimeout);
  }

  /** How long a connection may take to stand. */
  public HttpSettings withConnectTimeout(Duration timeout) {
    return new HttpSettings(
        proxy, authorities, positive(timeout, "connectTimeout"), readTimeout, callTimeout);
  }

  /** How long a service may be silent in the middle of an answer. */
  public HttpSettings withReadTimeout(Duration timeout) {
    return new HttpSettings(
        proxy, authorities, connectTimeout, positive(timeout, "readTimeout"), callTimeout);
  }

  /** How long one call may take as a whole. Downloads of files are not bound by it. */
  public HttpSettings withCallTimeout(Duration timeout) {
    return new HttpSettings(
        proxy, authorities, connectTimeout, readTimeout, positive(timeout, "callTimeout"));
  }

  Optional<InetSocketAddress> proxy() {
    return proxy;
  }

  List<X509Certificate> authorities() {
    return authorities;
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  Duration readTimeout() {
    return readTimeout;
  }

  Duration callTimeout() {
    return callTimeout;
  }

  private static Duration positive(Duration timeout, String name) {
    if (Objects.requireNonNull(timeout, name).isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          name + " is " + timeout + "; it must be longer than zero. Leave it out for the default.");
    }
    return timeout;
  }
}
