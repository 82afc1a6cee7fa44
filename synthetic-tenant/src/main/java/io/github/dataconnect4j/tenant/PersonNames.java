package io.github.dataconnect4j.tenant;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Made-up people's names: each number has its own, and the order looks like none.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class PersonNames {

  private static final List<String> GIVEN =
      words(
          """
          Aaliyah Adele Agnieszka Aiko Alejandro Amara Amir Ana Anders Anika Arjun Asha
          Astrid Ayodele Beatriz Benoît Bongani Camille Carlos Chen Chidi Clara Dagny
          Daniel Davit Deepa Diego Dmitri Elif Elena Emeka Emily Eun-ji Farah Fatima
          Felipe Fiona Gabriela Giulia Grace Hana Hassan Hiroshi Ibrahim Ida Ines Isla
          Ivan Jamal Jana Javier Jin Joana Jonas Kaito Kamila Keisha Khalid Kofi Lakshmi
          Lars Layla Leon Lina Luca Lucía Mads Maja Malik Marek Mariam Mateo Mei Miguel
          Mina Nadia Naomi Nikhil Noah Noor Olga Omar Oskar Paolo Petra Priya Quentin
          Rafael Rania Rosa Ruth Sana Sanjay Sara Sergei Sipho Sofia Søren Tariq Thandi
          Tomás Uma Valentina Viktor Wei Yara Yuki Yusuf Zanele Zoë""");

  private static final List<String> FAMILY =
      words(
          """
          Abara Adeyemi Aguilar Albrecht Almeida Andersson Aoki Arslan Banerjee Barros
          Becker Bergström Bianchi Botha Brennan Castillo Chaudhry Cho Costa Dahl Demir
          Desai Diallo Dlamini Dubois Eriksen Esposito Fernandes Fischer Fofana Forsberg
          Fujita Gallagher Garcia Ghosh Grabowski Gutierrez Haddad Hansen Hashimoto
          Hoffmann Horvat Ivanova Iyer Jansen Johansson Kamau Kapoor Kaya Keller Khan
          Khumalo Kim Kovács Kowalski Kumar Lambert Larsen Lehmann Lindqvist Lopez Mancini
          Martel Mbeki Mehta Mensah Moreau Mori Müller Murphy Nakamura Naidoo Ndiaye
          Nguyen Nielsen Novak Nowak Obi Okafor Olsen Ortega Osei Owusu Papadakis Park
          Patel Pereira Petrov Popescu Rahman Ramirez Rao Ricci Rossi Saito Salazar Santos
          Schneider Sharma Silva Sokolov Suzuki Tanaka Torres Traoré Ueda Vargas Virtanen
          Wagner Wang Weber Yamada Yilmaz Zhang Zulu""");

  private static final int PAIRS = GIVEN.size() * FAMILY.size();
  private static final int STRIDE = stride();

  private final int offset;

  PersonNames(Chance chance) {
    this.offset = (int) Math.floorMod(chance.number(0), (long) PAIRS);
  }

  /** The names that follow from a seed. */
  public static PersonNames seeded(long seed) {
    return new PersonNames(new Chance(seed));
  }

  /**
   * The name of the person of a number.
   *
   * @param number zero or more
   */
  public Name of(int number) {
    int pair = (int) (((long) number * STRIDE + offset) % PAIRS);
    int given = pair % GIVEN.size();
    int family = pair / GIVEN.size();
    int round = number / PAIRS;
    String nickname = Ascii.GIVEN.get(given) + '.' + Ascii.FAMILY.get(family);
    return new Name(
        GIVEN.get(given), FAMILY.get(family), round == 0 ? nickname : nickname + (round + 1));
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }

  /** A step about as long as the golden section that meets every pair before it comes back. */
  private static int stride() {
    int step = (int) (PAIRS * 0.618);
    while (gcd(step, PAIRS) != 1) {
      step++;
    }
    return step;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /**
   * A person's name.
   *
   * @param given the given name
   * @param family the family name
   * @param nickname what stands before the at sign, unlike anybody else's
   */
  public record Name(String given, String family, String nickname) {

    /** Both names, the given one first. */
    public String full() {
      return given + ' ' + family;
    }
  }

  /** The names as they stand in addresses. */
  private static final class Ascii {
    private static final List<String> GIVEN = PersonNames.GIVEN.stream().map(Ascii::fold).toList();
    private static final List<String> FAMILY =
        PersonNames.FAMILY.stream().map(Ascii::fold).toList();

    private static String fold(String name) {
      return Normalizer.normalize(name.replace("ø", "o"), Normalizer.Form.NFD)
          .replaceAll("[^A-Za-z]", "")
          .toLowerCase(Locale.ROOT);
    }
  }
}
