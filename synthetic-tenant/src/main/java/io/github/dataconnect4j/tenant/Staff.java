package io.github.dataconnect4j.tenant;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Who works for the synthetic tenant, by number: the users first, department by department, then
 * the outsiders. User 0 leads the company, the first of each department the department, the first
 * of every eight below a team.
 *
 * <p>Immutable.
 */
final class Staff {

  private static final int TEAM = 8;
  private static final int FEWEST_PER_DEPARTMENT = 4;

  private static final List<String> DEPARTMENTS =
      List.of(
          "Engineering",
          "Sales",
          "Finance",
          "Marketing",
          "Human Resources",
          "Operations",
          "Legal",
          "Customer Support");

  private static final List<List<String>> TITLES =
      List.of(
          List.of("Software Engineer", "Senior Engineer", "Test Engineer", "Product Designer"),
          List.of("Account Executive", "Sales Representative", "Solution Consultant"),
          List.of("Accountant", "Financial Analyst", "Controller"),
          List.of("Campaign Specialist", "Content Editor", "Market Researcher"),
          List.of("Recruiter", "People Partner", "Payroll Specialist"),
          List.of("Logistics Planner", "Buyer", "Plant Coordinator", "Quality Inspector"),
          List.of("Counsel", "Contract Specialist", "Paralegal"),
          List.of("Support Engineer", "Support Agent", "Escalation Lead"));

  private final Blueprint blueprint;
  private final Chance people;
  private final Chance groups;
  private final PersonNames names;
  private final int departments;

  Staff(Blueprint blueprint, Chance chance) {
    this.blueprint = blueprint;
    this.people = chance.of("person");
    this.groups = chance.of("group");
    this.names = new PersonNames(chance.of("name"));
    this.departments =
        Math.min(DEPARTMENTS.size(), Math.max(1, blueprint.users() / FEWEST_PER_DEPARTMENT));
  }

  int users() {
    return blueprint.users();
  }

  /** Users and outsiders. */
  int everybody() {
    return users() + blueprint.outsiders().count();
  }

  String id(int number) {
    return people.id(number);
  }

  PersonNames.Name name(int number) {
    return names.of(number);
  }

  Mailbox mailbox(int number) {
    PersonNames.Name name = name(number);
    return new Mailbox(name.full(), name.nickname() + '@' + blueprint.domain());
  }

  /** Everybody, made when asked for. */
  List<Person> people() {
    return new Everybody();
  }

  Person person(int number) {
    PersonNames.Name name = name(number);
    Blueprint.Outsiders outsiders = blueprint.outsiders();
    int outsider = number - users();
    boolean guest = outsider >= 0 && outsider < outsiders.guests();
    boolean disabled =
        !guest && outsider >= 0 && outsider < outsiders.guests() + outsiders.disabled();
    boolean cloud = outsider < 0 || disabled;
    return new Person(
        id(number),
        guest
            ? name.nickname() + "_partner.example#EXT#@" + blueprint.domain()
            : name.nickname() + '@' + blueprint.domain(),
        name.full(),
        guest ? "" : DEPARTMENTS.get(department(number)),
        guest ? "" : title(number),
        guest ? Optional.empty() : manager(number).map(this::id),
        guest,
        !disabled,
        cloud ? Optional.of(blueprint.region()) : Optional.empty());
  }

  /** The number of a person's manager; empty for who leads the company. */
  Optional<Integer> manager(int number) {
    if (number == 0) {
      return Optional.empty();
    }
    int head = first(department(number));
    int rank = rank(number);
    if (rank == 0) {
      return Optional.of(0);
    }
    int place = (rank - 1) % TEAM;
    return Optional.of(number >= users() || place == 0 ? head : number - place);
  }

  int departments() {
    return departments;
  }

  String departmentName(int department) {
    return DEPARTMENTS.get(department);
  }

  /** The number of a department's first user, its head. */
  int first(int department) {
    return (int) (((long) department * users() + departments - 1) / departments);
  }

  /** Half the width of the circle of people with whom a user has most to do. */
  int closeness() {
    return Math.max(3, users() / departments / 2);
  }

  /** One Microsoft 365 group per department, and a security group of all but guests. */
  List<Group> groups() {
    List<Group> all = new ArrayList<>();
    for (int department = 0; department < departments; department++) {
      all.add(
          new Group(
              groupId(department),
              DEPARTMENTS.get(department),
              Group.Kind.MICROSOFT_365,
              members(department)));
    }
    all.add(
        new Group(
            groupId(departments), "All Employees", Group.Kind.SECURITY, members(departments)));
    return all;
  }

  /** The id of a department's group, or of the group of all for the number after the last. */
  String groupId(int group) {
    return groups.id(group < departments ? group : -1);
  }

  /** How many members the group of that number has. */
  int size(int group) {
    return group < departments
        ? first(group + 1) - first(group)
        : everybody() - blueprint.outsiders().guests();
  }

  /** The number of the person who stands at a place among a group's members. */
  int member(int group, int place) {
    int number = group < departments ? first(group) + place : place;
    return number < users() ? number : number + blueprint.outsiders().guests();
  }

  private List<String> members(int group) {
    List<String> ids = new ArrayList<>(size(group));
    for (int place = 0; place < size(group); place++) {
      ids.add(id(member(group, place)));
    }
    return ids;
  }

  private int department(int number) {
    return number < users() ? (int) ((long) number * departments / users()) : number % departments;
  }

  /** The place in the department. */
  private int rank(int number) {
    return number < users() ? number - first(department(number)) : number;
  }

  private String title(int number) {
    if (number == 0) {
      return "Chief Executive Officer";
    }
    int department = department(number);
    int rank = rank(number);
    if (rank == 0) {
      return "Head of " + DEPARTMENTS.get(department);
    }
    return number < users() && (rank - 1) % TEAM == 0
        ? "Team Lead"
        : Chance.pick(people.at(number, 1), TITLES.get(department));
  }

  /** A name for addresses and mail folders: lower case, without blanks. */
  static String nickname(String displayName) {
    return displayName.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Who writes or is written to.
   *
   * @param name the display name
   * @param address the mail address
   */
  record Mailbox(String name, String address) {}

  private final class Everybody extends AbstractList<Person> implements RandomAccess {

    @Override
    public Person get(int index) {
      Objects.checkIndex(index, size());
      return person(index);
    }

    @Override
    public int size() {
      return everybody();
    }
  }
}
