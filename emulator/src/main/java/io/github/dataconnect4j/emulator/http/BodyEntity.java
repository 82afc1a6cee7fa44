package io.github.dataconnect4j.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that writes itself to the wire. */
final class BodyEntity extends AbstractHttpEntity {

  private final Response.Body body;
  private final long length;

  BodyEntity(Response.Body body, long length) {
    super((ContentType) null, null);
    this.body = body;
    this.length = length;
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    body.writeTo(out);
  }

  @Override
  public InputStream getContent() {
    throw new UnsupportedOperationException("A body is written, never read.");
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  @Override
  public void close() {
    // Whoever made the body closes it, sent or not.
  }
}
