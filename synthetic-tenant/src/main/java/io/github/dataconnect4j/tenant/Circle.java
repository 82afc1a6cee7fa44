package io.github.dataconnect4j.tenant;

import java.util.SplittableRandom;

/**
 * Who takes part in something, as distances around the ring of users from the one who began it; the
 * first distance is 0, their own.
 *
 * <p>Every user begins one thing with each circle. So a user also has the part of the second in the
 * thing that their neighbor at minus the second distance began, and so on: what a user takes part
 * in is found without looking at anybody else.
 */
final class Circle {

  static final Circle ALONE = new Circle(0);

  private final int[] distances;

  private Circle(int... distances) {
    this.distances = distances;
  }

  /**
   * Chooses a circle.
   *
   * @param others how many beside the one who begins; fewer than there are users
   */
  static Circle of(SplittableRandom random, Staff staff, int others) {
    int users = staff.users();
    int[] distances = new int[others + 1];
    for (int i = 1; i <= others; i++) {
      // Most of what people do they do with people near them, who are of their department.
      int distance =
          random.nextInt(10) < 7
              ? random.nextInt(2 * staff.closeness() + 1) - staff.closeness()
              : random.nextInt(users);
      distance = Math.floorMod(distance, users);
      while (contains(distances, i, distance)) {
        distance = (distance + 1) % users;
      }
      distances[i] = distance;
    }
    return new Circle(distances);
  }

  int size() {
    return distances.length;
  }

  /** The user who has a part in what somebody began. */
  int user(Staff staff, int beginner, int part) {
    return Math.floorMod(beginner + distances[part], staff.users());
  }

  /** The user who began that in which somebody has a part. */
  int beginner(Staff staff, int user, int part) {
    return Math.floorMod(user - distances[part], staff.users());
  }

  private static boolean contains(int[] distances, int count, int distance) {
    for (int i = 0; i < count; i++) {
      if (distances[i] == distance) {
        return true;
      }
    }
    return false;
  }
}
