package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import java.time.Duration;
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
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private Credentials credentials = credentials(1000, new GatewayConfig.Login(3, PAUSE, Duration.ofSeconds(5)));

    private static Credentials credentials(int iterations, GatewayConfig.Login login) {
        FarEnds farEnds = new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO));
        Directory directory = new Directory(List.of(ENTRY), List.of(), new CodeLists(List.of(), List.of(), List.of()), farEnds);
        return new Credentials(new DirectoryFile(directory, Map.of(ANA, PasswordHash.of("geheim", iterations)), false), login);
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

    @Test
    void a_password_that_was_right_before_is_right_at_once() {
        credentials = credentials(300_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        assertThat(login("ana", "geheim").join()).contains(ENTRY);
        assertThat(login("ana", "geheim")).isCompleted();
        assertThat(login("ana", "other")).isNotCompleted();
    }

    @Test
    void the_caller_never_waits_for_the_hashing() {
        credentials = credentials(2_000_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        assertThat(login("ana", "geheim")).isNotCompleted();
    }

    @Test
    void an_unknown_name_takes_the_work_of_a_known_one() {
        credentials = credentials(300_000, new GatewayConfig.Login(1000, Duration.ZERO, PAUSE));
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
        credentials = credentials(300_000, new GatewayConfig.Login(3, PAUSE, PAUSE));
        List<CompletableFuture<Optional<AgentEntry>>> many = IntStream.range(0, 50).mapToObj(i -> login("ana", "geheim")).toList();
        assertThat(many).allSatisfy(each -> assertThat(each.join()).contains(ENTRY));
    }

    @Test
    void different_passwords_of_one_name_do_not_fill_the_pool() {
        credentials = credentials(300_000, new GatewayConfig.Login(1000, Duration.ZERO, PAUSE));
        long refused = IntStream.range(0, 50).mapToObj(i -> login("ana", "wrong" + i)).filter(CompletableFuture::isDone).count();
        assertThat(refused).isGreaterThan(30);
    }
}
