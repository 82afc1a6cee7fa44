package io.github.dataconnect4j.extracts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read for one row, and refuses to read on beyond the limit: what the parser keeps
 * of a row is thereby bounded, whatever it is made of.
 */
final class RowAllowance extends FilterInputStream {

  /** More than the parser reads ahead, so that no row within the limit is refused. */
  private static final int READ_AHEAD = 16 * 1024;

  private final int limit;
  private long left;

  RowAllowance(InputStream in, int limit) {
    super(in);
    this.limit = limit;
    newRow();
  }

  void newRow() {
    left = (long) limit + READ_AHEAD;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws RowTooLongException {
    left -= bytes;
    if (left < 0) {
      throw new RowTooLongException(limit);
    }
  }
}
