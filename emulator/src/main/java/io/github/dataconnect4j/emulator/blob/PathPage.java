package io.github.dataconnect4j.emulator.blob;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the files and directories below a directory, in the order of their names.
 *
 * <p>A directory is what a name has before a slash, or a blob that says so: see {@link Folder}.
 *
 * @param entries the paths, without a slash at the end
 * @param next the key that the next page begins with; empty on the last page
 */
record PathPage(List<Entry> entries, Optional<String> next) {

  /**
   * One path.
   *
   * @param name the name
   * @param blob what stands behind it; empty for a directory that only names imply
   */
  record Entry(String name, Optional<Blob> blob) {
    boolean isDirectory() {
      return blob.map(Folder::is).orElse(true);
    }
  }

  /** How deep to look. */
  enum Depth {
    CHILDREN,
    ALL
  }

  /**
   * What is wanted.
   *
   * @param directory the directory, with a slash at its end; empty for the root
   * @param depth how deep to look
   * @param from the key of the first entry
   * @param size the most entries
   */
  record Wanted(String directory, Depth depth, String from, int size) {}

  static PathPage of(NavigableMap<String, Blob> blobs, Wanted wanted) {
    return new Walk(blobs, wanted).page();
  }

  /**
   * Goes through the names once. The key of a file is its name; that of a directory which only
   * names imply has a slash at its end, so that it comes right before what is in it.
   */
  private static final class Walk {

    private final NavigableMap<String, Blob> blobs;
    private final Wanted wanted;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable String next;
    private String last = "";

    Walk(NavigableMap<String, Blob> blobs, Wanted wanted) {
      this.blobs = blobs;
      this.wanted = wanted;
    }

    PathPage page() {
      String prefix = wanted.directory;
      @Nullable String name =
          blobs.ceilingKey(wanted.from.compareTo(prefix) > 0 ? wanted.from : prefix);
      while (name != null && name.startsWith(prefix) && next == null) {
        int slash = name.indexOf('/', prefix.length());
        addDirectoriesOf(name);
        if (slash >= 0 && wanted.depth == Depth.CHILDREN) {
          name = blobs.ceilingKey(name.substring(0, slash) + (char) ('/' + 1));
        } else {
          if (!name.endsWith("/")) {
            add(name, name, Optional.ofNullable(blobs.get(name)));
          }
          last = name;
          name = blobs.higherKey(name);
        }
      }
      return new PathPage(entries, Optional.ofNullable(next));
    }

    private void addDirectoriesOf(String name) {
      int slash = name.indexOf('/', wanted.directory.length());
      while (slash >= 0) {
        String key = name.substring(0, slash + 1);
        String directory = name.substring(0, slash);
        // Those of the name before, and of the page before, are there already.
        if (!last.startsWith(key) && key.compareTo(wanted.from) >= 0 && !isMarked(directory)) {
          add(key, directory, Optional.empty());
        }
        slash = wanted.depth == Depth.ALL ? name.indexOf('/', slash + 1) : -1;
      }
    }

    /** Whether a blob stands for the directory, and is listed for itself. */
    private boolean isMarked(String directory) {
      return Optional.ofNullable(blobs.get(directory)).filter(Folder::is).isPresent();
    }

    private void add(String key, String name, Optional<Blob> blob) {
      if (next != null) {
        return;
      }
      if (entries.size() == wanted.size) {
        next = key;
      } else {
        entries.add(new Entry(name, blob));
      }
    }
  }
}
