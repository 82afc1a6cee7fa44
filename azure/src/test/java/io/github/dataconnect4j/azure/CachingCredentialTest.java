package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CachingCredentialTest {

  private final HandMovedTime time = new HandMovedTime();
  private final AtomicInteger asked = new AtomicInteger();
  private final TokenCredential hourly =
      request ->
          Mono.fromSupplier(
              () ->
                  new AccessToken(
                      "token-" + asked.incrementAndGet(),
                      OffsetDateTime.ofInstant(
                          time.now().plus(Duration.ofHours(1)), ZoneOffset.UTC)));
  private final CachingCredential credential = new CachingCredential(hourly, time);

  @Test
  void keepsATokenUntilFiveMinutesBeforeItExpires() {
    assertThat(token("arm")).isEqualTo("token-1");
    time.advance(Duration.ofMinutes(54));
    assertThat(token("arm")).isEqualTo("token-1");
    time.advance(Duration.ofMinutes(1));
    assertThat(token("arm")).isEqualTo("token-2");
  }

  @Test
  void keepsTokensOfDifferentScopesTenantsClaimsAndCaeApart() {
    List<TokenRequestContext> requests =
        List.of(
            new TokenRequestContext().addScopes("arm"),
            new TokenRequestContext().addScopes("graph"),
            new TokenRequestContext().addScopes("arm").setTenantId("other"),
            new TokenRequestContext().addScopes("arm").setClaims("{}"),
            new TokenRequestContext().addScopes("arm").setCaeEnabled(true));
    assertThat(requests.stream().map(one -> credential.getTokenSync(one).getToken()))
        .doesNotHaveDuplicates();
    assertThat(requests.stream().map(one -> credential.getTokenSync(one).getToken()))
        .containsExactly("token-1", "token-2", "token-3", "token-4", "token-5");
  }

  @Test
  void sharesTokensBetweenSyncAndAsync() {
    String sync = token("arm");
    AccessToken async = credential.getToken(new TokenRequestContext().addScopes("arm")).block();
    assertThat(async).isNotNull();
    assertThat(async.getToken()).isEqualTo(sync);
  }

  @Test
  void forgetsOnlyTheTokenThatWasRefused() {
    String refused = token("arm");
    credential.forget(refused);
    assertThat(token("arm")).isEqualTo("token-2");
    credential.forget(refused);
    assertThat(token("arm")).isEqualTo("token-2");
  }

  @Test
  void outlivesAnOutageWithATokenThatIsStillGood() {
    token("arm");
    CachingCredential failing =
        new CachingCredential(
            request ->
                asked.incrementAndGet() == 2
                    ? hourly.getToken(request)
                    : Mono.error(new IllegalArgumentException("outage")),
            time);
    TokenRequestContext arm = new TokenRequestContext().addScopes("arm");
    String first = failing.getTokenSync(arm).getToken();
    time.advance(Duration.ofMinutes(57));
    assertThat(failing.getTokenSync(arm).getToken()).isEqualTo(first);
    time.advance(Duration.ofMinutes(3));
    assertThatThrownBy(() -> failing.getTokenSync(arm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("outage");
  }

  @Test
  void asksOnceForManyThreads() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    CachingCredential slow =
        new CachingCredential(
            request ->
                Mono.fromCallable(
                        () -> {
                          asking.countDown();
                          mayAnswer.await();
                          return request;
                        })
                    .flatMap(hourly::getToken),
            time);
    TokenRequestContext arm = new TokenRequestContext().addScopes("arm");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(threads.submit(() -> slow.getTokenSync(arm).getToken()));
      }
      asking.await();
      mayAnswer.countDown();
      for (Future<String> one : all) {
        assertThat(one.get()).isEqualTo("token-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(asked).hasValue(1);
  }

  private String token(String scope) {
    return credential.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
  }
}
