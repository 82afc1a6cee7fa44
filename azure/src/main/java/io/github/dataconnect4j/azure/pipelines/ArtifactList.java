package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Listed;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint.Answer;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list that comes in pages, each asked for when the one before it is used up. One thread's. */
final class ArtifactList implements Iterator<Listed> {

  private final HostEndpoint endpoint;
  private final String attempt;
  private final Set<String> followed = new HashSet<>();
  private Optional<Supplier<Answer>> next;
  private Iterator<Listed> page = Collections.emptyIterator();

  private ArtifactList(HostEndpoint endpoint, String attempt, String path) {
    this.endpoint = endpoint;
    this.attempt = attempt;
    this.next = Optional.of(() -> endpoint.get(path));
  }

  static Stream<Listed> of(HostEndpoint endpoint, String attempt, String path) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new ArtifactList(endpoint, attempt, path), Spliterator.ORDERED),
        false);
  }

  @Override
  public boolean hasNext() {
    // A page may be empty and point on all the same.
    while (!page.hasNext() && next.isPresent()) {
      turn(new Attempt(attempt).get(next.get()));
    }
    return page.hasNext();
  }

  @Override
  public Listed next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void turn(Answer answer) {
    Map<String, @Nullable Object> all = new Attempt(attempt).get(() -> answer.as(JsonTree::read));
    List<?> values = all.get("value") instanceof List<?> list ? list : List.of();
    page = values.stream().map(JsonTree::members).map(ArtifactList::listed).iterator();
    next =
        Optional.ofNullable(all.get("nextLink"))
            .map(Objects::toString)
            .filter(Predicate.not(String::isBlank))
            .map(this::following);
  }

  private Supplier<Answer> following(String link) {
    if (!followed.add(link)) {
      throw new RejectedException(
          Problem.of(
              attempt,
              "its pages lead back to one that was read already.",
              "Repeat the call; report it to Microsoft if it stays so."),
          null);
    }
    return () -> endpoint.follow(link);
  }

  private static Listed listed(Map<String, @Nullable Object> item) {
    return new Listed(
        Objects.toString(item.get("name"), ""),
        new Found(
            JsonTree.members(item.get("properties")),
            Optional.ofNullable(item.get("etag")).map(Objects::toString)));
  }
}
