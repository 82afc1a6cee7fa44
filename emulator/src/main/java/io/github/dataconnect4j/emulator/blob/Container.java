package io.github.dataconnect4j.emulator.blob;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A container: the current version of each of its blobs, and the blocks that wait to be committed.
 *
 * <p>Each change is checked and made in one step. A blob that is replaced lets go of its contents;
 * readers hold them on. What is written to a container that has been deleted goes with it.
 *
 * <p>Thread-safe.
 */
final class Container {

  private final Supplier<Stamp> stamps;
  private final NavigableMap<String, Blob> blobs = new TreeMap<>();
  private final Map<String, Map<String, Content>> staged = new HashMap<>();
  private Stamp stamp;
  private Map<String, String> metadata;
  private boolean deleted;

  Container(Supplier<Stamp> stamps, Map<String, String> metadata) {
    this.stamps = stamps;
    this.stamp = stamps.get();
    this.metadata = Map.copyOf(metadata);
  }

  synchronized Stamp stamp() {
    return stamp;
  }

  synchronized Map<String, String> metadata() {
    return metadata;
  }

  synchronized Stamp setMetadata(Map<String, String> next) {
    metadata = Map.copyOf(next);
    stamp = stamps.get();
    return stamp;
  }

  synchronized Optional<Blob> blob(String path) {
    return Optional.ofNullable(blobs.get(path));
  }

  /** The blob, to be read and closed. */
  synchronized Optional<Snapshot> open(String path) {
    return blob(path).map(Snapshot::new);
  }

  synchronized Page<Blob> page(Page.Wanted wanted) {
    return Page.of(blobs, wanted);
  }

  synchronized PathPage paths(PathPage.Wanted wanted) {
    return PathPage.of(blobs, wanted);
  }

  /** Whether anything is in a directory. */
  synchronized boolean hasPathsIn(String directory) {
    return !in(directory).isEmpty();
  }

  /**
   * Writes a blob.
   *
   * @param check throws if the current version, if any, may not be replaced; the content is then
   *     let go of
   */
  synchronized Blob put(String path, Consumer<Optional<Blob>> check, Draft draft, Content content) {
    try {
      check.accept(blob(path));
    } catch (RuntimeException e) {
      content.release();
      throw e;
    }
    return replace(path, draft, List.of(new Block("", content)));
  }

  /**
   * Keeps a block until a list commits it.
   *
   * @return whether its id is as long as those of the blob's other waiting blocks, as it must be
   */
  synchronized boolean stage(String path, String id, Content content) {
    Map<String, Content> waiting = staged.computeIfAbsent(path, key -> new LinkedHashMap<>());
    if (deleted || waiting.keySet().stream().anyMatch(other -> other.length() != id.length())) {
      content.release();
      return deleted;
    }
    Optional.ofNullable(waiting.put(id, content)).ifPresent(Content::release);
    return true;
  }

  /**
   * Makes a blob of blocks.
   *
   * @param check as for {@link #put}
   * @return empty if there is no such block
   */
  synchronized Optional<Blob> commit(
      String path, Consumer<Optional<Blob>> check, Draft draft, List<BlockReference> references) {
    check.accept(blob(path));
    List<Block> blocks = new ArrayList<>();
    for (BlockReference reference : references) {
      Optional<Block> block = find(path, reference);
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(block.get());
    }
    blocks.forEach(block -> block.content().hold());
    return Optional.of(replace(path, draft, blocks));
  }

  /** The blocks that the blob was committed with; empty for one written in one go. */
  synchronized List<Block> committed(String path) {
    return blob(path).map(Blob::blocks).orElse(List.of()).stream()
        .filter(block -> !block.id().isEmpty())
        .toList();
  }

  /** The blocks that wait to be committed. */
  synchronized List<Block> uncommitted(String path) {
    return staged.getOrDefault(path, Map.of()).entrySet().stream()
        .map(one -> new Block(one.getKey(), one.getValue()))
        .toList();
  }

  /**
   * Changes what surrounds a blob's bytes.
   *
   * @param check as for {@link #put}
   * @return empty if there is no such blob
   */
  synchronized Optional<Blob> update(
      String path, Consumer<Optional<Blob>> check, UnaryOperator<Draft> change) {
    return blob(path)
        .map(
            old -> {
              check.accept(Optional.of(old));
              Draft draft = change.apply(new Draft(old.headers(), old.metadata()));
              Blob blob =
                  new Blob(
                      stamps.get(), old.created(), draft.headers, draft.metadata, old.blocks());
              blobs.put(path, blob);
              return blob;
            });
  }

  /**
   * Deletes a blob.
   *
   * @param check as for {@link #put}
   * @return whether there was one
   */
  synchronized boolean delete(String path, Consumer<Optional<Blob>> check) {
    Optional<Blob> old = blob(path);
    old.ifPresent(
        blob -> {
          check.accept(old);
          blobs.remove(path);
          release(blob);
          unstage(path);
        });
    return old.isPresent();
  }

  /**
   * Makes what was staged the end of a blob: the ids of its blocks, in their order, are where each
   * begins.
   *
   * @param check as for {@link #put}
   * @param length how long the blob must then be
   * @return empty if it would not be as long
   */
  synchronized Optional<Blob> append(
      String path, Consumer<Optional<Blob>> check, UnaryOperator<Draft> change, long length) {
    Optional<Blob> old = blob(path);
    check.accept(old);
    List<Block> blocks = new ArrayList<>(old.map(Blob::blocks).orElse(List.of()));
    long end = old.map(Blob::length).orElse(0L);
    for (Map.Entry<String, Content> one :
        new TreeMap<>(staged.getOrDefault(path, Map.of())).entrySet()) {
      if (!one.getKey().equals(Block.idAt(end))) {
        return Optional.empty();
      }
      blocks.add(new Block(one.getKey(), one.getValue()));
      end += one.getValue().length();
    }
    if (old.isEmpty() || end != length) {
      return Optional.empty();
    }
    blocks.forEach(block -> block.content().hold());
    return Optional.of(
        replace(path, change.apply(new Draft(old.get().headers(), old.get().metadata())), blocks));
  }

  /**
   * Gives a blob, and all in the directory of that name, another name. What stands under the new
   * names goes.
   *
   * @return whether there was anything
   */
  synchronized boolean rename(String from, String to) {
    Map<String, Blob> moving = new TreeMap<>();
    blob(from).ifPresent(blob -> moving.put(to, blob));
    in(from).forEach((name, blob) -> moving.put(to + name.substring(from.length()), blob));
    if (moving.isEmpty() || from.equals(to)) {
      return !moving.isEmpty();
    }
    blobs.remove(from);
    in(from).clear();
    deleteTree(to);
    moving.forEach((name, blob) -> blobs.put(name, blob.changed(stamps.get())));
    return true;
  }

  /** Deletes a directory with all that is in it. */
  synchronized void deleteTree(String directory) {
    List<String> names = new ArrayList<>(in(directory).keySet());
    names.add(directory);
    names.forEach(name -> delete(name, current -> {}));
  }

  /** Deletes everything; what comes later is let go of at once. */
  synchronized void deleteAll() {
    deleted = true;
    blobs.values().forEach(Container::release);
    blobs.clear();
    List.copyOf(staged.keySet()).forEach(this::unstage);
  }

  /** What is in a directory, at any depth. */
  private NavigableMap<String, Blob> in(String directory) {
    return blobs.subMap(directory + "/", true, directory + (char) ('/' + 1), false);
  }

  private Blob replace(String path, Draft draft, List<Block> blocks) {
    Stamp change = stamps.get();
    Blob blob = new Blob(change, change.time(), draft.headers, draft.metadata, blocks);
    unstage(path);
    if (deleted) {
      release(blob);
    } else {
      Optional.ofNullable(blobs.put(path, blob)).ifPresent(Container::release);
    }
    return blob;
  }

  private Optional<Block> find(String path, BlockReference reference) {
    Optional<Block> waiting =
        reference.from() == BlockReference.From.COMMITTED
            ? Optional.empty()
            : Optional.ofNullable(staged.getOrDefault(path, Map.of()).get(reference.id()))
                .map(content -> new Block(reference.id(), content));
    return waiting.isPresent() || reference.from() == BlockReference.From.UNCOMMITTED
        ? waiting
        : committed(path).stream().filter(one -> one.id().equals(reference.id())).findFirst();
  }

  private void unstage(String path) {
    Optional.ofNullable(staged.remove(path))
        .ifPresent(waiting -> waiting.values().forEach(Content::release));
  }

  private static void release(Blob blob) {
    blob.blocks().forEach(block -> block.content().release());
  }

  /**
   * What a blob is to be, beside its bytes.
   *
   * @param headers the content headers
   * @param metadata the metadata
   */
  record Draft(Map<String, String> headers, Map<String, String> metadata) {}
}
