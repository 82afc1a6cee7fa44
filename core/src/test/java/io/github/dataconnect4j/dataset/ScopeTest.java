package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  private static final String A = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String B = "bbbbbbbb-0000-4000-8000-000000000002";

  @Nested
  class Groups {

    @Test
    void areTheSameInAnyOrderAndCase() {
      Scope groups = Scope.groups(B, A.toUpperCase(Locale.ROOT), A);

      assertThat(groups).isEqualTo(Scope.groups(A, B)).hasSameHashCodeAs(Scope.groups(A, B));
      assertThat(groups).hasToString("groups [" + A + ", " + B + "]");
      assertThat(((Scope.Groups) groups).ids()).containsExactly(A, B);
    }

    @Test
    void cannotBeChangedAfterwards() {
      Set<String> ids = new LinkedHashSet<>(List.of(A));
      Scope.Groups groups = new Scope.Groups(ids);
      ids.add(B);

      assertThat(groups.ids()).containsExactly(A);
      assertThatThrownBy(() -> groups.ids().add(B))
          .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void areOneToTen() {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 11; i++) {
        ids.add(String.format(Locale.ROOT, "aaaaaaaa-0000-4000-8000-%012d", i));
      }
      assertThat(groups(ids.subList(0, 10)).ids()).hasSize(10);

      assertThatThrownBy(() -> groups(ids))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("names 11 groups; Data Connect takes 1 to 10")
          .hasMessageContaining("make several copies");
      assertThatThrownBy(() -> new Scope.Groups(Set.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("names 0 groups");
    }

    private Scope.Groups groups(List<String> ids) {
      return (Scope.Groups)
          Scope.groups(ids.get(0), ids.subList(1, ids.size()).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "sales",
          "1-1-1-1-1",
          "aaaaaaaa-0000-4000-8000-00000000000",
          "aaaaaaaa-0000-4000-8000-0000000000011",
          "{aaaaaaaa-0000-4000-8000-000000000001}",
          "gggggggg-0000-4000-8000-000000000001",
          " aaaaaaaa-0000-4000-8000-000000000001"
        })
    void areNamedByObjectId(String id) {
      assertThatThrownBy(() -> Scope.groups(A, id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Group '" + id + "' is not an object id")
          .hasMessageContaining("Microsoft Entra, Groups");
    }
  }

  @Nested
  class AFilter {

    @Test
    void isKeptToTheLetter() {
      String uri = "https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance'";

      assertThat(Scope.filter(uri)).isEqualTo(new Scope.Filter(uri)).hasToString("filter " + uri);
      assertThat(Scope.filter(uri)).isNotEqualTo(Scope.filter(uri + " "));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "Department eq 'Finance'",
          "http://graph.microsoft.com/v1.0/users?$filter=a eq 'b'",
          "https://graph.microsoft.com/v1.0/users",
          "https://graph.microsoft.com/v1.0/users?$search=a"
        })
    void isAGraphQuery(String uri) {
      assertThatThrownBy(() -> Scope.filter(uri))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + uri + "' is not a Microsoft Graph query")
          .hasMessageContaining("?$filter=Department eq 'Finance'");
    }
  }

  @Test
  void liesWithinWhatIsAllowed() {
    Scope filter = Scope.filter("https://graph.microsoft.com/v1.0/users?$filter=a eq 'b'");

    assertThat(Scope.groups(A).isWithin(Scope.everyone())).isTrue();
    assertThat(filter.isWithin(Scope.everyone())).isTrue();
    assertThat(Scope.groups(A).isWithin(Scope.groups(A, B))).isTrue();
    assertThat(Scope.groups(A, B).isWithin(Scope.groups(A))).isFalse();
    assertThat(Scope.everyone().isWithin(Scope.groups(A))).isFalse();
    assertThat(filter.isWithin(Scope.groups(A))).isFalse();
    assertThat(filter.isWithin(filter)).isTrue();
    assertThat(Scope.everyone().isWithin(filter)).isFalse();
    assertThat(Scope.everyone()).hasToString("everyone");
  }
}
