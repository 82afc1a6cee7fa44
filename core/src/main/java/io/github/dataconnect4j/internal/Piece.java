package io.github.dataconnect4j.internal;

import java.util.List;
import java.util.function.Function;

/**
 * One resource of a landing, declared: what it stands on, how it is looked for and how it is made.
 *
 * <p>Immutable. Each is only itself: two with the same parts are two pieces.
 *
 * @param <T> what is known of it once it stands
 */
final class Piece<T> {

  private final String kind;
  private final String name;
  private final List<Piece<?>> needs;
  private final Function<Survey, Finding<T>> look;
  private final Function<Survey, T> make;

  /**
   * @param kind what it is
   * @param name which one
   * @param needs what must stand before it can
   * @param look finds whether it is there and as asked for; never changes anything
   * @param make makes it
   */
  Piece(
      String kind,
      String name,
      List<Piece<?>> needs,
      Function<Survey, Finding<T>> look,
      Function<Survey, T> make) {
    this.kind = kind;
    this.name = name;
    this.needs = List.copyOf(needs);
    this.look = look;
    this.make = make;
  }

  String kind() {
    return kind;
  }

  String name() {
    return name;
  }

  /**
   * Whether it stands. What it needs must have been looked for; where that is missing, so is it.
   */
  Finding<T> look(Survey survey) {
    for (Piece<?> need : needs) {
      if (!survey.stands(need)) {
        return Finding.missing("the " + need.kind() + " is missing");
      }
    }
    return look.apply(survey);
  }

  T make(Survey survey) {
    return make.apply(survey);
  }
}
