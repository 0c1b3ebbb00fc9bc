package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.grid.GridWindow;
import io.patchbay.grid.SessionTokens;
import io.patchbay.model.AgentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link GridHttpSessions} on two members. */
class GridHttpSessionsTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int LIMIT = 32;
    private static TwoMembers grid;
    private final SetClock clock = new SetClock();
    private final HttpSessions here = sessions("genesys", true);
    private final HttpSessions there = sessions("genesys", false);
    private final AgentId ana = new AgentId("ana-" + UUID.randomUUID());

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private HttpSessions sessions(String scope, boolean first) {
        return new GridHttpSessions(SessionTokens.of(first ? grid.first : grid.second, clock), scope, IDLE);
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private List<String> begun(int count) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(now(here.begin(ana)));
        }
        return tokens;
    }

    @Test
    void a_session_is_good_at_every_member_and_for_its_user_only() throws Exception {
        for (int i = 0; i < 8; i++) {
            AgentId user = new AgentId("user" + i + "@+_-");
            String token = now(here.begin(user));
            assertThat(now(there.user(token))).contains(user);
            assertThat(now(here.user(token))).contains(user);
        }
    }

    @Test
    void it_ends_at_every_member_and_the_others_of_the_user_do_not() throws Exception {
        List<String> tokens = begun(3);
        now(there.end(tokens.get(1)));
        assertThat(now(here.user(tokens.get(1)))).isEmpty();
        assertThat(now(there.user(tokens.get(1)))).isEmpty();
        now(here.end(tokens.get(1)));
        assertThat(now(there.user(tokens.get(0)))).contains(ana);
        now(here.end(tokens.get(0)));
        now(here.end(tokens.get(2)));
        assertThat(now(there.user(tokens.get(2)))).isEmpty();
    }

    @Test
    void each_use_at_any_member_begins_its_idle_time_again() throws Exception {
        String used = now(here.begin(ana));
        String left = now(here.begin(ana));
        for (int i = 0; i < 4; i++) {
            clock.advance(IDLE.minusMillis(1));
            assertThat(now((i % 2 == 0 ? there : here).user(used))).contains(ana);
        }
        assertThat(now(here.user(left))).isEmpty();
        clock.advance(IDLE);
        assertThat(now(here.user(used))).isEmpty();
        assertThat(now(there.user(used))).isEmpty();
    }

    @Test
    void what_has_expired_does_not_count_and_is_not_kept() throws Exception {
        begun(LIMIT);
        clock.advance(IDLE);
        String next = now(here.begin(ana));
        assertThat(now(there.user(next))).contains(ana);
        assertThat(GridWindow.sessionTokens(grid.first)).containsOnlyOnce("user=" + ana);
    }

    @Test
    void a_client_that_drops_its_cookies_ends_no_session_that_is_in_use() throws Exception {
        List<String> used = begun(LIMIT / 2);
        for (String token : used) {
            assertThat(now(there.user(token))).contains(ana);
        }
        List<String> dropped = begun(3 * LIMIT);
        assertThat(GridWindow.sessionTokens(grid.first).split("user=" + ana, -1)).hasSize(LIMIT + 1);
        for (String token : used) {
            assertThat(now(there.user(token))).contains(ana);
        }
        assertThat(now(here.user(dropped.get(dropped.size() - LIMIT / 2 - 1)))).isEmpty();
        assertThat(now(here.user(dropped.get(dropped.size() - LIMIT / 2)))).contains(ana);
    }

    @Test
    void of_sessions_in_use_the_longest_unused_is_replaced() throws Exception {
        List<String> tokens = begun(LIMIT);
        for (int i = LIMIT - 1; i >= 0; i--) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(now(there.user(tokens.get(i)))).contains(ana);
        }
        String next = now(here.begin(ana));
        assertThat(now(there.user(tokens.get(LIMIT - 1)))).isEmpty();
        assertThat(now(there.user(tokens.get(LIMIT - 2)))).contains(ana);
        assertThat(now(there.user(next))).contains(ana);
    }

    @Test
    void the_sessions_of_another_user_are_not_touched() throws Exception {
        AgentId ben = new AgentId("ben-" + UUID.randomUUID());
        String his = now(here.begin(ben));
        begun(2 * LIMIT);
        assertThat(now(there.user(his))).contains(ben);
    }

    @Test
    void another_scope_does_not_know_them() throws Exception {
        HttpSessions other = sessions("other", true);
        String token = now(here.begin(ana));
        assertThat(now(other.user(token))).isEmpty();
        now(other.end(token));
        assertThat(now(here.user(token))).contains(ana);
    }

    @Test
    void tokens_are_random_and_safe_in_a_cookie_and_none_is_stored() throws Exception {
        Set<String> secrets = new HashSet<>();
        for (String token : begun(20)) {
            assertThat(token).matches("[A-Za-z0-9_-]{75}").doesNotContain(ana.value());
            secrets.add(token.substring(32));
            assertThat(GridWindow.sessionTokens(grid.second)).contains("user=" + ana).doesNotContain(token)
                    .doesNotContain(token.substring(32));
        }
        assertThat(secrets).hasSize(20);
    }

    static List<String> foreign() {
        String form = "0123456789ABCDEF".repeat(2) + "a".repeat(43);
        return List.of("", " ", "x", "a".repeat(10_000), form, form + "a", form.substring(1), form.toLowerCase(), "ünïcödé-ключ",
                "é".repeat(75), form + "\n", "\u0000".repeat(75), "%00", "../" + form, "ana", form.repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void another_text_is_nobody_and_leaves_nothing(String text) throws Exception {
        String stored = GridWindow.sessionTokens(grid.first);
        assertThat(now(here.user(text))).isEmpty();
        now(there.end(text));
        assertThat(GridWindow.sessionTokens(grid.first)).isEqualTo(stored);
    }

    @Test
    void a_changed_token_is_nobody() throws Exception {
        String token = now(here.begin(ana));
        for (int i : List.of(0, 31, 32, 50, 74)) {
            String guessed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(now(here.user(guessed))).as("changed at %s", i).isEmpty();
            now(here.end(guessed));
        }
        assertThat(now(here.user(token))).contains(ana);
    }

    @Test
    void a_wrong_scope_or_idle_time_is_refused() {
        SessionTokens tokens = SessionTokens.of(grid.first, clock);
        assertThatThrownBy(() -> new GridHttpSessions(tokens, "a/b", IDLE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GridHttpSessions(tokens, "a", Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
