package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.Authentication.Denied;
import io.patchbay.model.Authentication.Slowed;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.SignInOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";
    private static final Authentication<AgentEntry> RIGHT = new Authentication.Accepted<>(ENTRY);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - Duration.ofHours(1).toNanos()); // it wraps
    private volatile long step;
    private Credentials credentials = credentials(1000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE));

    private Credentials credentials(int iterations, GatewayConfig.Login login) {
        return credentials(iterations, login, NOW);
    }

    private Credentials credentials(int iterations, GatewayConfig.Login login, Instant now) {
        FarEnds farEnds = new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO));
        Directory directory = new Directory(List.of(ENTRY), List.of(), new CodeLists(List.of(), List.of(), List.of()), farEnds);
        return new Credentials(new DirectoryFile(directory, Map.of(ANA, PasswordHash.of("geheim", iterations)),
                Map.of(ANA, List.of(LASTING, ENDING)), false), login, Clock.fixed(now, ZoneOffset.UTC), () -> nanos.getAndAdd(step));
    }

    @AfterEach
    void close() {
        credentials.close();
    }

    private CompletableFuture<Authentication<AgentEntry>> login(String user, String password) {
        return login(user, password, HERE);
    }

    private CompletableFuture<Authentication<AgentEntry>> login(String user, String password, String address) {
        return credentials.authenticate(user, password, new SignInOrigin("test", address)).toCompletableFuture();
    }

    @Test
    void the_right_password_of_a_name_is_taken_and_no_other() {
        assertThat(login("ana", "geheim").join()).isEqualTo(RIGHT);
        assertThat(login("ana", "Geheim").join()).isInstanceOf(Denied.class);
        assertThat(login("ben", "geheim").join()).isInstanceOf(Denied.class);
        assertThat(login(ENTRY.userId(), "geheim").join()).isInstanceOf(Denied.class);
        assertThat(login("ana", null).join()).isInstanceOf(Denied.class);
    }

    private CompletableFuture<Authentication<AgentEntry>> bearer(String token) {
        return bearer(token, HERE);
    }

    private CompletableFuture<Authentication<AgentEntry>> bearer(String token, String address) {
        return credentials.bearer(token, new SignInOrigin("test", address)).toCompletableFuture();
    }

    @Test
    void a_token_is_right_under_its_user_and_name_and_no_other() {
        assertThat(bearer("ana~crm~s3cret").join()).isEqualTo(RIGHT);
        assertThat(bearer("ana~crm~s3cret").join()).as("once more").isEqualTo(RIGHT);
        for (String wrong : List.of("ana~crm~S3cret", "ana~demo~s3cret", "ben~crm~s3cret", "ana~none~s3cret", "ana~crm~", "ana~s3cret", "",
                "~~", "ana~crm~s3cret~", ENTRY.userId() + "~crm~s3cret")) {
            assertThat(bearer(wrong, "address for " + wrong).join()).as(wrong).isInstanceOf(Denied.class);
        }
    }

    @Test
    void a_token_ends_with_its_last_moment() {
        assertThat(bearer("ana~demo~0ther").join()).isEqualTo(RIGHT);
        credentials = credentials(1000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE), NOW.plusSeconds(1));
        assertThat(bearer("ana~demo~0ther").join()).isInstanceOf(Denied.class);
    }

    @Test
    void a_token_is_no_password_and_a_password_no_token() {
        assertThat(bearer("ana~crm~s3cret").join()).isEqualTo(RIGHT);
        assertThat(login("ana", "s3cret").join()).isInstanceOf(Denied.class);
        assertThat(login("ana", "ana~crm~s3cret").join()).isInstanceOf(Denied.class);
        assertThat(bearer("ana~crm~geheim").join()).isInstanceOf(Denied.class);
    }

    @Test
    void wrong_tokens_count_as_wrong_passwords_do() {
        IntStream.range(0, 2).forEach(i -> bearer("ana~crm~wrong" + i).join());
        assertThat(login("ana", "wrong").join()).isInstanceOf(Denied.class);
        assertThat(bearer("ana~crm~s3cret").join()).isInstanceOf(Slowed.class);
        assertThat(login("ana", "geheim").join()).isInstanceOf(Slowed.class);
    }

    @Test
    void a_password_that_was_right_before_is_right_at_once() {
        credentials = credentials(60_000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE));
        assertThat(login("ana", "geheim").join()).isEqualTo(RIGHT);
        assertThat(login("ana", "geheim")).isCompleted();
        assertThat(login("ana", "other")).isNotCompleted();
    }

    @Test
    void the_caller_never_waits_for_the_hashing() {
        credentials = credentials(400_000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE));
        assertThat(login("ana", "geheim")).isNotCompleted();
    }

    @Test
    void an_unknown_name_takes_the_work_of_a_known_one() {
        credentials = credentials(60_000, new GatewayConfig.Login(Duration.ofMinutes(1), 1000, Duration.ZERO));
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
    void after_wrong_passwords_an_address_is_slowed_and_another_name_or_address_is_not() {
        guess("ana", HERE);
        assertThat(login("ana", "geheim").join()).isEqualTo(new Slowed<>(PAUSE));
        assertThat(login("ben", "wrong").join()).isInstanceOf(Denied.class);
        assertThat(login("ana", "geheim", ELSEWHERE).join()).isEqualTo(RIGHT);
        assertThat(login("ana", "geheim").join()).as("right elsewhere is not right here").isInstanceOf(Slowed.class);
    }

    @Test
    void an_unknown_name_is_slowed_as_a_known_one_is() {
        guess("nobody", HERE);
        assertThat(login("nobody", "wrong").join()).isEqualTo(new Slowed<>(PAUSE));
    }

    @Test
    void a_password_that_was_right_from_the_address_in_the_last_day_is_never_slowed() {
        assertThat(login("ana", "geheim").join()).isEqualTo(RIGHT);
        guess("ana", HERE);
        assertThat(login("ana", "geheim")).isCompletedWithValue(RIGHT);
        assertThat(login("ana", "wrong")).isCompletedWithValueMatching(Slowed.class::isInstance);
        nanos.addAndGet(Duration.ofHours(23).toNanos());
        guess("ana", HERE);
        assertThat(login("ana", "geheim")).as("the day begins again with each").isCompletedWithValue(RIGHT);
        nanos.addAndGet(Duration.ofHours(25).toNanos());
        guess("ana", HERE);
        assertThat(login("ana", "geheim")).isCompletedWithValueMatching(Slowed.class::isInstance);
    }

    @Test
    void time_forgives() {
        guess("ana", HERE);
        nanos.addAndGet(PAUSE.toNanos());
        assertThat(login("ana", "geheim").join()).isEqualTo(RIGHT);
    }

    @Test
    void a_slowed_attempt_is_not_checked_and_costs_nothing() {
        guess("ana", HERE);
        for (int i = 0; i < 1000; i++) {
            assertThat(login("ana", "wrong" + i)).isCompletedWithValue(new Slowed<>(PAUSE));
        }
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        guess("ana", "2001:db8::1");
        assertThat(login("ana", "geheim", "2001:db8::ffff:2").join()).isInstanceOf(Slowed.class);
        assertThat(login("ana", "geheim", "2001:db8:0:1::1").join()).isEqualTo(RIGHT);
    }

    private void guess(String name, String address) {
        IntStream.range(0, 3).forEach(i -> assertThat(login(name, "guess" + i, address).join()).isInstanceOf(Denied.class));
    }

    @Test
    void the_same_password_asked_many_times_is_one_try() {
        credentials = credentials(60_000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE));
        List<CompletableFuture<Authentication<AgentEntry>>> many = IntStream.range(0, 50).mapToObj(i -> login("ana", "geheim")).toList();
        assertThat(many).allSatisfy(each -> assertThat(each.join()).isEqualTo(RIGHT));
    }

    @Test
    void attempts_at_the_same_time_are_no_more_than_those_in_a_row() {
        credentials = credentials(60_000, new GatewayConfig.Login(Duration.ofMinutes(1), 3, PAUSE));
        assertThat(IntStream.range(0, 50).mapToObj(i -> login("ana", "wrong" + i)).toList().stream().map(CompletableFuture::join)
                .filter(Denied.class::isInstance)).hasSize(3);
    }

    /** The clock goes on by eleven seconds each time it is read. */
    @Test
    void who_would_wait_longer_than_ten_seconds_is_told_so_and_not_charged() {
        credentials = credentials(1000, new GatewayConfig.Login(Duration.ofMinutes(1), 1, Duration.ofHours(1)));
        step = Duration.ofSeconds(11).toNanos();
        assertThat(login("ana", "geheim").join()).isEqualTo(new Slowed<>(Duration.ofSeconds(1)));
        step = 0;
        assertThat(login("ana", "geheim").join()).isEqualTo(RIGHT);
    }
}
