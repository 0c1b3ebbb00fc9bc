package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentEntry ENTRY = new AgentEntry(ANA, AgentEntry.userIdOf(ANA), "Ana", AgentEntry.Role.AGENT, List.of(),
            List.of(), List.of(), List.of());
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final AccessToken LASTING = new AccessToken("crm", PasswordHash.of("s3cret", 1000), Optional.empty());
    private static final AccessToken ENDING = new AccessToken("demo", PasswordHash.of("0ther", 1000), Optional.of(NOW.plusSeconds(1)));
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private Credentials credentials = credentials(1000, new GatewayConfig.Login(3, PAUSE, Duration.ofSeconds(5)));

    private static Credentials credentials(int iterations, GatewayConfig.Login login) {
        return credentials(iterations, login, NOW);
    }

    private static Credentials credentials(int iterations, GatewayConfig.Login login, Instant now) {
        FarEnds farEnds = new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO));
        Directory directory = new Directory(List.of(ENTRY), List.of(), new CodeLists(List.of(), List.of(), List.of()), farEnds);
        return new Credentials(new DirectoryFile(directory, Map.of(ANA, PasswordHash.of("geheim", iterations)),
                Map.of(ANA, List.of(LASTING, ENDING)), false), login, Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        credentials.close();
    }

    private CompletableFuture<Optional<AgentEntry>> login(String user, String password) {
        return credentials.authenticate(user, password).toCompletableFuture();
    }

    @Test
    void the_right_password_of_a_name_is_taken_and_no_other() {
        assertThat(login("ana", "geheim").join()).contains(ENTRY);
        assertThat(login("ana", "Geheim").join()).isEmpty();
        assertThat(login("ben", "geheim").join()).isEmpty();
        assertThat(login(ENTRY.userId(), "geheim").join()).isEmpty();
        assertThat(login("ana", null).join()).isEmpty();
    }

    private CompletableFuture<Optional<AgentEntry>> bearer(String token) {
        return credentials.bearer(token).toCompletableFuture();
    }

    @Test
    void a_token_is_right_under_its_user_and_name_and_no_other() {
        assertThat(bearer("ana~crm~s3cret").join()).contains(ENTRY);
        assertThat(bearer("ana~crm~s3cret").join()).as("once more").contains(ENTRY);
        for (String wrong : List.of("ana~crm~S3cret", "ana~demo~s3cret", "ben~crm~s3cret", "ana~none~s3cret", "ana~crm~", "ana~s3cret", "",
                "~~", "ana~crm~s3cret~", ENTRY.userId() + "~crm~s3cret")) {
            assertThat(bearer(wrong).join()).as(wrong).isEmpty();
        }
    }

    @Test
    void a_token_ends_with_its_last_moment() {
        assertThat(bearer("ana~demo~0ther").join()).contains(ENTRY);
        credentials = credentials(1000, new GatewayConfig.Login(3, PAUSE, PAUSE), NOW.plusSeconds(1));
        assertThat(bearer("ana~demo~0ther").join()).isEmpty();
    }

    @Test
    void a_token_is_no_password_and_a_password_no_token() {
        assertThat(bearer("ana~crm~s3cret").join()).contains(ENTRY);
        assertThat(login("ana", "s3cret").join()).isEmpty();
        assertThat(login("ana", "ana~crm~s3cret").join()).isEmpty();
        assertThat(bearer("ana~crm~geheim").join()).isEmpty();
    }

    @Test
    void after_wrong_tokens_even_the_right_one_waits() {
        assertThat(bearer("ana~crm~s3cret").join()).contains(ENTRY);
        IntStream.range(0, 3).forEach(i -> bearer("ana~crm~wrong" + i).join());
        CompletableFuture<Optional<AgentEntry>> right = bearer("ana~crm~s3cret");
        assertThat(right).isNotCompleted();
        assertThat(right.join()).contains(ENTRY);
    }

    @Test
    void a_password_that_was_right_before_is_right_at_once() {
        credentials = credentials(60_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        assertThat(login("ana", "geheim").join()).contains(ENTRY);
        assertThat(login("ana", "geheim")).isCompleted();
        assertThat(login("ana", "other")).isNotCompleted();
    }

    @Test
    void the_caller_never_waits_for_the_hashing() {
        credentials = credentials(400_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        assertThat(login("ana", "geheim")).isNotCompleted();
    }

    @Test
    void an_unknown_name_takes_the_work_of_a_known_one() {
        credentials = credentials(60_000, new GatewayConfig.Login(1000, Duration.ZERO, PAUSE));
        long known = nanos("ana", "wrong");
        assertThat(nanos("nobody", "wrong")).isBetween(known / 4, known * 4);
    }

    private long nanos(String user, String password) {
        return LongStream.range(0, 4).map(i -> {
            long before = System.nanoTime();
            login(user, password).join();
            return System.nanoTime() - before;
        }).min().orElseThrow();
    }

    @Test
    void after_wrong_passwords_even_the_right_one_waits_and_others_do_not() {
        assertThat(login("ana", "geheim").join()).contains(ENTRY);
        IntStream.range(0, 3).forEach(i -> login("ana", "wrong" + i).join());
        long before = System.nanoTime();
        CompletableFuture<Optional<AgentEntry>> right = login("ana", "geheim");
        assertThat(login("ben", "wrong").join()).isEmpty();
        assertThat(right).isNotCompleted();
        assertThat(right.join()).contains(ENTRY);
        assertThat(System.nanoTime() - before).isGreaterThan(PAUSE.toNanos() / 2);
    }

    @Test
    void who_would_wait_too_long_is_refused() {
        credentials = credentials(1000, new GatewayConfig.Login(1, Duration.ofHours(1), PAUSE));
        login("ana", "wrong").join();
        assertThat(login("ana", "geheim").join()).isEmpty();
    }

    @Test
    void the_same_password_asked_many_times_is_one_try() {
        credentials = credentials(60_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        List<CompletableFuture<Optional<AgentEntry>>> many = IntStream.range(0, 50).mapToObj(i -> login("ana", "geheim")).toList();
        assertThat(many).allSatisfy(each -> assertThat(each.join()).contains(ENTRY));
    }

    @Test
    void different_passwords_of_one_name_do_not_fill_the_pool() {
        credentials = credentials(60_000, new GatewayConfig.Login(1000, Duration.ZERO, PAUSE));
        long refused = IntStream.range(0, 50).mapToObj(i -> login("ana", "wrong" + i)).filter(CompletableFuture::isDone).count();
        assertThat(refused).isGreaterThan(30);
    }
}
