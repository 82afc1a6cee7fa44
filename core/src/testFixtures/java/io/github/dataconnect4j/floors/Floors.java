package io.github.dataconnect4j.floors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * The packages of a module, one above the other: each stands on those beneath it, so that none is
 * in a circle.
 *
 * <p>A package that no floor is named for breaks the rule: where a new one belongs is a decision.
 */
public final class Floors {

  private Floors() {}

  /**
   * The rule that a module keeps its floors.
   *
   * @param base the package that all others are beneath, such as {@code
   *     io.github.dataconnect4j.emulator}
   * @param bottomUp the packages without that beginning, the lowest first; empty for the base
   */
  public static ArchRule keptIn(String base, List<String> bottomUp) {
    List<String> floors =
        bottomUp.stream().map(name -> name.isEmpty() ? base : base + "." + name).toList();
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(standOnLowerFloorsOf(base, floors))
        .as("Floors, bottom up: " + String.join(", ", bottomUp));
  }

  private static ArchCondition<JavaClass> standOnLowerFloorsOf(String base, List<String> floors) {
    return new ArchCondition<>("stand on lower floors only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int floor = floors.indexOf(type.getPackageName());
        if (floor < 0) {
          events.add(
              SimpleConditionEvent.violated(
                  type, "No floor is named for the package of " + type.getName()));
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (isWithin(base, target) && floors.indexOf(target.getPackageName()) > floor) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isWithin(String base, JavaClass target) {
    String name = target.getPackageName();
    return name.equals(base) || name.startsWith(base + ".");
  }
}
