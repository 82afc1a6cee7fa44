package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.ValuesRow;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows, to be gone through once, by iterator or by stream. One file is open at a time; it is closed
 * at its end, after a failure, and by {@link #close()}.
 *
 * <p>Going through them a second time, or after closing, is refused with {@link
 * IllegalStateException}.
 *
 * <p>Confined to one thread.
 *
 * @param <R> what a row reads as
 * @since 0.1.0
 */
public final class Rows<R extends Row> implements Iterable<R>, AutoCloseable {

  private final String place;
  private final Supplier<List<ExtractFile>> files;
  private final int longestRow;
  private final Function<Row, R> reading;
  private boolean begun;
  private boolean closed;
  private @Nullable RowScanner open;

  Rows(String place, Supplier<List<ExtractFile>> files, int longestRow, Function<Row, R> reading) {
    this.place = place;
    this.files = files;
    this.longestRow = longestRow;
    this.reading = reading;
  }

  @Override
  public Iterator<R> iterator() {
    requireOpen();
    if (begun) {
      throw new IllegalStateException(
          "The rows in " + place + " are being read already. Call rows() again to read them anew.");
    }
    begun = true;
    return new Scan(files.get().iterator());
  }

  /** The rows as an ordered, sequential stream, whose closing closes this. */
  public Stream<R> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(this::close);
  }

  /** Closes the file that is open. Closing twice is harmless. */
  @Override
  public void close() {
    closed = true;
    RowScanner scanner = open;
    open = null;
    if (scanner != null) {
      scanner.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The rows in " + place + " are closed. Call rows() again to read them anew.");
    }
  }

  /** Goes through the files, one after another. */
  private final class Scan implements Iterator<R> {

    private final Iterator<ExtractFile> left;
    private @Nullable R next;
    private boolean ended;

    Scan(Iterator<ExtractFile> files) {
      this.left = files;
    }

    @Override
    public boolean hasNext() {
      requireOpen();
      if (next == null && !ended) {
        next = advance();
        ended = next == null;
      }
      return next != null;
    }

    @Override
    public R next() {
      R row = hasNext() ? next : null;
      if (row == null) {
        throw new NoSuchElementException("There are no more rows in " + place + ".");
      }
      next = null;
      return row;
    }

    // Whatever goes wrong, no file stays open behind the caller's back.
    private @Nullable R advance() {
      boolean done = false;
      try {
        R row = scan();
        done = true;
        return row;
      } finally {
        if (!done) {
          close();
        }
      }
    }

    private @Nullable R scan() {
      while (open != null || left.hasNext()) {
        if (open == null) {
          open = RowScanner.open(left.next(), longestRow);
        }
        ValuesRow row = open.next();
        if (row != null) {
          return reading.apply(row);
        }
        open.close();
        open = null;
      }
      return null;
    }
  }

  @Override
  public String toString() {
    return "rows in " + place;
  }
}
