package io.github.dataconnect4j.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.error.WaitEndedException.Limit;
import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.TimeSource;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {

  private static final Problem PROBLEM = Problem.of("see the end", "it is pending.", "Wait again.");

  private final HandMovedTime time = new HandMovedTime();
  private final Waiting waiting = new Waiting(time, new Random(3));

  @Test
  void looksAtOnceAndSleepsNotWhenThereIsSomething() {
    String found = waiting.until(WaitPolicy.patient(), () -> Optional.of("it"), limit -> PROBLEM);

    assertThat(found).isEqualTo("it");
    assertThat(time.sleeps()).isEmpty();
  }

  @Nested
  class TheEnd {

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT45M", "PT24H"})
    void comesWithinOnePauseOfTheTotalAndNeverBefore(Duration total) {
      for (WaitPolicy policy :
          List.of(
              WaitPolicy.upTo(total),
              WaitPolicy.brisk().withTotal(total),
              WaitPolicy.upTo(total).withPause(Duration.ofMillis(700)))) {
        Duration start = time.elapsed();

        WaitEndedException ended =
            catchThrowableOfType(
                WaitEndedException.class,
                () -> waiting.until(policy, Optional::empty, limit -> PROBLEM));

        Duration last = time.sleeps().get(time.sleeps().size() - 1);
        assertThat(ended.limit()).isEqualTo(Limit.TOTAL);
        assertThat(ended.waited())
            .isEqualTo(time.elapsed().minus(start))
            .isBetween(total, total.plus(last));
        assertThat(ended.waited().minus(last)).isLessThan(total);
      }
    }

    @Test
    void isTold() {
      WaitPolicy policy = WaitPolicy.upTo(Duration.ofSeconds(60)).withPause(Duration.ofSeconds(20));

      assertThatThrownBy(
              () ->
                  waiting.until(
                      policy,
                      Optional::empty,
                      limit -> PROBLEM.withCode(limit.name()).andId("runId", "r")))
          .isInstanceOfSatisfying(
              WaitEndedException.class,
              ended -> {
                assertThat(ended.looks()).isEqualTo(4);
                assertThat(ended.waited()).isEqualTo(Duration.ofMinutes(1));
                assertThat(ended.problem().retry()).isEqualTo(Problem.Retry.YES);
                assertThat(ended.problem().ids())
                    .containsEntry("runId", "r")
                    .containsEntry("looks", "4")
                    .containsEntry("waited", "PT1M");
              })
          .hasMessage(
              "Could not see the end: it is pending. It was looked at 4 times in PT1M. Wait again."
                  + " [TOTAL]");
    }

    @Test
    void doesNotComeForWhatIsFoundByTheLastLook() {
      WaitPolicy policy = WaitPolicy.upTo(Duration.ofSeconds(60)).withPause(Duration.ofSeconds(20));

      Duration found =
          waiting.until(
              policy,
              () -> Optional.of(time.elapsed()).filter(now -> now.toSeconds() >= 60),
              limit -> PROBLEM);

      assertThat(found).isEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void looksAMillionTimesOnAConstantStack() {
    WaitPolicy policy =
        WaitPolicy.upTo(Duration.ofMillis(1_000_000)).withPause(Duration.ofMillis(1));
    AtomicLong deepest = new AtomicLong();
    AtomicLong looks = new AtomicLong();

    WaitEndedException ended =
        catchThrowableOfType(
            WaitEndedException.class,
            () ->
                waiting.until(
                    policy,
                    () -> {
                      if (looks.incrementAndGet() % 100_000 == 1) {
                        deepest.accumulateAndGet(
                            StackWalker.getInstance().walk(frames -> frames.count()),
                            (a, b) -> a == 0 ? b : a == b ? a : -1);
                      }
                      return Optional.empty();
                    },
                    limit -> PROBLEM));

    assertThat(ended.looks()).isEqualTo(1_000_001);
    assertThat(deepest).as("depth, or -1 where it changed").hasPositiveValue();
  }

  @Nested
  class AnInterrupt {

    @Test
    void endsTheWaitAtOnceAndStaysSet() {
      Thread.currentThread().interrupt();

      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class,
              () ->
                  waiting.until(
                      WaitPolicy.patient(),
                      Optional::empty,
                      limit -> PROBLEM.withCode(limit.name())));

      assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
      assertThat(ended.limit()).isEqualTo(Limit.INTERRUPTED);
      assertThat(ended.looks()).isEqualTo(1);
      assertThat(ended.waited()).isZero();
      assertThat(ended).hasMessageEndingWith("[INTERRUPTED]");
    }

    @Test
    void comesThroughTheMachinesClockToo() {
      Waiting real = new Waiting(TimeSource.system(), new Random(3));
      Thread.currentThread().interrupt();

      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class,
              () -> real.until(WaitPolicy.patient(), Optional::empty, limit -> PROBLEM));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(ended.limit()).isEqualTo(Limit.INTERRUPTED);
      assertThat(ended.waited()).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Nested
  class Pauses {

    @Test
    void growUpToTheCap() {
      pauses(new WaitPolicy(minutes(10), seconds(2), 3, seconds(30), 0));

      assertThat(time.sleeps())
          .startsWith(seconds(2), seconds(6), seconds(18), seconds(30), seconds(30));
    }

    @Test
    void stayWithinTheirShareOfJitterAndUseIt() {
      pauses(new WaitPolicy(Duration.ofHours(3), seconds(10), 1, seconds(10), 0.2));

      assertThat(time.sleeps()).hasSizeGreaterThan(1000);
      assertThat(time.sleeps())
          .allMatch(pause -> pause.compareTo(seconds(8)) >= 0 && pause.compareTo(seconds(12)) <= 0)
          .anyMatch(pause -> pause.compareTo(Duration.ofMillis(8100)) < 0)
          .anyMatch(pause -> pause.compareTo(Duration.ofMillis(11_900)) > 0);
    }

    @Test
    void areTheServersWhereItAsksForOne() {
      pauses(
          new WaitPolicy(minutes(1), seconds(5), 1, seconds(5), 0),
          Optional.of(Duration.ofSeconds(17)));

      assertThat(time.sleeps()).containsOnly(seconds(17)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void areNeverNoneAtAll(Duration asked) {
      pauses(new WaitPolicy(minutes(1), seconds(5), 1, seconds(5), 0), Optional.of(asked));

      assertThat(time.sleeps()).containsOnly(seconds(5)).hasSize(12);
    }

    @Test
    void surviveTheLongestValues() {
      pauses(
          new WaitPolicy(
              Duration.ofDays(4000), Duration.ofDays(365), 1e300, Duration.ofDays(365), 0.9));

      assertThat(time.elapsed()).isGreaterThan(Duration.ofDays(4000));
    }

    private void pauses(WaitPolicy policy) {
      pauses(policy, Optional.empty());
    }

    private void pauses(WaitPolicy policy, Optional<Duration> asked) {
      Waiting.Look<String> nothing =
          new Waiting.Look<>() {
            @Override
            public Optional<String> once() {
              return Optional.empty();
            }

            @Override
            public Optional<Duration> pauseAskedFor() {
              return asked;
            }
          };
      assertThatThrownBy(() -> waiting.until(policy, nothing, limit -> PROBLEM))
          .isInstanceOf(WaitEndedException.class);
    }
  }

  @Nested
  class AWaitWithinALook {

    private final WaitPolicy brief = WaitPolicy.upTo(minutes(5)).withPause(seconds(20));

    @Test
    void endsWithTheOuterOne() {
      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class,
              () -> waiting.until(brief, this::forHours, limit -> PROBLEM));

      assertThat(ended.limit()).isEqualTo(Limit.TOTAL);
      assertThat(ended.looks()).isEqualTo(1);
      assertThat(ended.waited()).isBetween(minutes(5), minutes(6));
    }

    @Test
    void isOnlyALookThatFoundNothing() {
      List<Integer> looks = new ArrayList<>();

      String found =
          waiting.until(
              WaitPolicy.upTo(Duration.ofDays(2)),
              () -> {
                looks.add(1);
                return looks.size() < 3 ? forHours() : Optional.of("it");
              },
              limit -> PROBLEM);

      assertThat(found).isEqualTo("it");
      assertThat(time.elapsed()).isGreaterThan(Duration.ofHours(6));
    }

    @Test
    void isInterruptedInTheWordsOfTheOuterOne() {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> waiting.until(brief, this::forHours, limit -> PROBLEM))
          .isInstanceOf(WaitEndedException.class)
          .hasMessageStartingWith("Could not see the end");
      assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void knowsWhatIsLeftAndLeavesNothingBehind() {
      List<Duration> left = new ArrayList<>();

      waiting.until(
          brief,
          () -> {
            left.add(Waiting.left().orElseThrow());
            return left.size() < 2 ? Optional.empty() : Optional.of("it");
          },
          limit -> PROBLEM);

      assertThat(left.get(0)).isEqualTo(minutes(5));
      assertThat(left.get(1)).isBetween(minutes(4), minutes(5).minusSeconds(1));
      assertThat(Waiting.left()).isEmpty();
    }

    private Optional<String> forHours() {
      return Optional.of(
          waiting.until(
              WaitPolicy.upTo(Duration.ofHours(3)),
              Optional::empty,
              limit -> Problem.of("see the inner end", "it is pending.", "Wait.")));
    }
  }

  @Nested
  class ASilence {

    private final ServiceUnavailableException away =
        new ServiceUnavailableException(Problem.of("look", "it is away.", "Wait."), null);

    @Test
    void countsFromTheFirstLookThatFailed() {
      WaitPolicy policy = WaitPolicy.upTo(Duration.ofDays(1)).withPause(minutes(15));
      List<Integer> looks = new ArrayList<>();

      String found =
          waiting.until(
              policy,
              () -> {
                looks.add(1);
                if (looks.size() == 2 || looks.size() == 4) {
                  throw away;
                }
                return looks.size() < 5 ? Optional.empty() : Optional.of("it");
              },
              limit -> PROBLEM);

      assertThat(found).isEqualTo("it");
    }

    @Test
    void endsTheWaitWhenItLasts() {
      assertThatThrownBy(
              () ->
                  waiting.until(
                      WaitPolicy.patient(),
                      () -> {
                        throw away;
                      },
                      limit -> PROBLEM))
          .isSameAs(away);
      assertThat(time.elapsed()).isBetween(minutes(10), minutes(12));
    }
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
