package io.github.dataconnect4j.emulator.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.DefaultClassicHttpRequestFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** A request that knows its target as it stood on the wire. */
final class RawRequest extends BasicClassicHttpRequest {

  private static final long serialVersionUID = 1L;

  private final String target;

  RawRequest(String method, String target) {
    super(method, "/");
    this.target = target;
  }

  String target() {
    return target;
  }

  /** Makes such requests of what the parser finds. */
  static final class Factory extends DefaultClassicHttpRequestFactory {

    @Override
    public ClassicHttpRequest newHttpRequest(String method, String target) {
      return new RawRequest(method, target);
    }
  }
}
