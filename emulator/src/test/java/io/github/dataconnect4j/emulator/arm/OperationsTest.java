package io.github.dataconnect4j.emulator.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.world.Ids;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private final Operations operations = new Operations(new Ids(new Random(1)));

  @Test
  void forgetTheOldestWhenThereAreTooMany() {
    String oldest = begin();
    String second = begin();
    for (int i = 2; i <= Operations.MOST; i++) {
      begin();
    }

    assertThatThrownBy(() -> operations.poll(oldest))
        .isInstanceOfSatisfying(
            ServiceError.class, gone -> assertThat(gone.response().status()).isEqualTo(404));
    assertThat(operations.poll(second).status()).isEqualTo(202);
  }

  private String begin() {
    Request request =
        new Request(
            "PUT", "/any?api-version=2025-04-01", new Headers(), InputStream.nullInputStream());
    return operations.begin(request, "/operations", Response.empty(202), Optional::empty).id();
  }
}
