package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A file of JSON lines: UTF-8 without a byte order mark, every line ended by a line feed.
 *
 * <p>It shows up when it is closed. One that must not show up is not closed but has its blob
 * abandoned.
 */
final class SinkFile {

  private static final int BUFFER = 1 << 16;
  private static final ObjectWriter LINES =
      Json.MAPPER
          .writer()
          .withRootValueSeparator("\n")
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final OutputStream blob;
  private final CountingStream out;
  private final SequenceWriter lines;

  SinkFile(OutputStream blob) throws IOException {
    this.blob = blob;
    out = new CountingStream(new BufferedOutputStream(blob, BUFFER));
    lines = LINES.writeValues(out);
  }

  void add(JsonNode row) throws IOException {
    lines.write(row);
  }

  /** What the file is written to. */
  OutputStream blob() {
    return blob;
  }

  /** Ends the last line and the file; gives its size. */
  long close() throws IOException {
    lines.flush();
    out.write('\n');
    lines.close();
    return out.written;
  }

  private static final class CountingStream extends FilterOutputStream {
    private long written;

    CountingStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
    }
  }
}
