package io.github.dataconnect4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.internal.FakeAccount;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.LandingTest;
import io.github.dataconnect4j.onboarding.Registration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DataConnectTest {

  private final FakeAccount account = new FakeAccount();
  private final DataConnect dataConnect = DataConnect.open(account);

  @Test
  void tellsWhoCallsAndWhetherItIsSwitchedOn() {
    assertThat(dataConnect.caller()).isEqualTo(account.caller);
    assertThat(dataConnect.isSwitchedOn()).contains(true);
    account.dataConnectOn = Optional.empty();
    assertThat(dataConnect.isSwitchedOn()).isEmpty();
    assertThat(dataConnect.switchOnHandOver().text())
        .contains("a Global Administrator")
        .contains("https://admin.microsoft.com/adminportal/home#/Settings/Services/");
  }

  @Test
  void answersNothingOnceItIsClosed() {
    Landing landing = LandingTest.landing("m365-rg");
    Registration registration =
        Registration.of(landing)
            .describedAs("People")
            .reads(Catalog.builtIn().dataset("User_v1").columns("id"));
    dataConnect.close();
    dataConnect.close();

    assertThat(account.closings).isEqualTo(1);
    List<ThrowingCallable> calls =
        List.of(
            dataConnect::caller,
            dataConnect::isSwitchedOn,
            dataConnect::switchOnHandOver,
            () -> dataConnect.plan(landing),
            () -> dataConnect.register(registration),
            () -> dataConnect.app(registration));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("This DataConnect is closed. Open another.");
    }
    assertThat(account.writes).isEmpty();
  }
}
