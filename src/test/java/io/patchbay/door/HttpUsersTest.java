package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.Credentials;
import io.patchbay.config.DirectoryFile;
import io.patchbay.config.GatewayConfig;
import io.patchbay.config.PasswordHash;
import io.patchbay.grid.SessionTokens;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEntry.Role;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.reading.Roles;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link HttpUsers} with real passwords, and with sessions on two members. */
class HttpUsersTest {
    private static final String COOKIE = "JSESSIONID";
    private static final AgentEntry ANA = user("ana", Role.AGENT);
    private static final AgentEntry BEN = user("ben", Role.AGENT);
    private static final Optional<BasicCredentials> NONE = Optional.empty();
    private static TwoMembers grid;
    private static Credentials credentials;
    private final HttpSessions sessions = sessions(true);
    private final HttpUsers door = door(sessions, false, ANA, user("sue", Role.SUPERVISOR), BEN,
            user("pat", Role.PLATFORM), user("oli", Role.OBSERVER));

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        List<AgentEntry> users = List.of(ANA, user("sue", Role.SUPERVISOR), BEN, user("pat", Role.PLATFORM),
                user("oli", Role.OBSERVER));
        Map<AgentId, PasswordHash> passwords = users.stream().collect(Collectors.toMap(AgentEntry::id,
                user -> PasswordHash.of(user.id() + "'s", 1000)));
        credentials = new Credentials(new DirectoryFile(directory(users), passwords, Map.of(), false),
                new GatewayConfig.Login(Duration.ofMinutes(1), 100, Duration.ofMillis(1)));
    }

    @AfterAll
    static void stop() {
        credentials.close();
        grid.close();
    }

    private static AgentEntry user(String name, Role role) {
        AgentId id = new AgentId(name);
        return new AgentEntry(id, AgentEntry.userIdOf(id), name, role, List.of(), List.of(), List.of(), List.of());
    }

    private static Directory directory(List<AgentEntry> users) {
        return new Directory(users, List.of(), new CodeLists(List.of(), List.of(), List.of()),
                new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO)));
    }

    private static HttpSessions sessions(boolean first) {
        SessionTokens tokens = SessionTokens.of(first ? grid.first : grid.second, Clock.systemUTC());
        return new GridHttpSessions(tokens, "genesys", Duration.ofMinutes(30));
    }

    private static HttpUsers door(HttpSessions sessions, boolean secure, AgentEntry... users) {
        return new HttpUsers("genesys", new SessionCookie(COOKIE, secure), sessions, credentials::authenticate, directory(List.of(users)),
                Roles::works);
    }

    private static Optional<BasicCredentials> basic(String user, String password) {
        return Optional.of(new BasicCredentials(user, password));
    }

    private static HttpRequest request(Map<String, String> cookies, Optional<BasicCredentials> basic) {
        return new HttpRequest("GET", "/api/v2/me", Map.of(), Map.of(), cookies, basic, Optional.empty(), "", "", Optional.empty(),
                new CompletableFuture<>());
    }

    private static HttpRequest request(String token, Optional<BasicCredentials> basic) {
        return request(Map.of(COOKIE, token), basic);
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private Optional<HttpIdentity> who(HttpRequest request) throws Exception {
        return user(now(door.authenticate(request)));
    }

    private static Optional<HttpIdentity> user(Authentication<HttpIdentity> found) {
        return found.match(Optional::of, Optional::empty, slowed -> Optional.empty());
    }

    private String session(AgentEntry user) throws Exception {
        return now(sessions.begin(user.id()));
    }

    private static HttpIdentity plain(AgentEntry user) {
        return new HttpIdentity(user, Optional.empty(), Optional.empty());
    }

    private static HttpIdentity within(String token) {
        return new HttpIdentity(ANA, Optional.of(token), Optional.empty());
    }

    @Test
    void right_credentials_are_their_user_and_begin_no_session() throws Exception {
        assertThat(who(request(Map.of(), basic("ana", "ana's")))).contains(plain(ANA));
        assertThat(who(request(Map.of(), basic("sue", "sue's")))).contains(plain(user("sue", Role.SUPERVISOR)));
    }

    @Test
    void without_or_with_wrong_credentials_it_is_nobody() throws Exception {
        assertThat(who(request(Map.of(), NONE))).isEmpty();
        assertThat(who(request(Map.of(), basic("ana", "ben's")))).isEmpty();
        assertThat(who(request(Map.of(), basic("nobody", "ana's")))).isEmpty();
        assertThat(who(request(Map.of("OTHER", session(ANA)), NONE))).as("cookie of another name").isEmpty();
    }

    @Test
    void a_session_begins_where_the_caller_asks_and_its_cookie_is_enough_at_every_member() throws Exception {
        HttpIdentity begun = now(door.withSession(who(request(Map.of(), basic("ana", "ana's"))).orElseThrow()));
        String token = begun.token().orElseThrow();
        assertThat(begun.user()).isEqualTo(ANA);
        assertThat(begun.setCookie()).contains(new HttpHeader("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Lax"));
        assertThat(begun.toString()).contains("ana").doesNotContain(token);
        for (HttpSessions member : List.of(sessions, sessions(false))) {
            HttpIdentity again = user(now(door(member, false, ANA).authenticate(request(token, NONE)))).orElseThrow();
            assertThat(again).isEqualTo(within(token));
            assertThat(now(door.withSession(again))).as("has one already").isEqualTo(again);
        }
    }

    @Test
    void a_cookie_for_tls_says_so() throws Exception {
        HttpIdentity begun = now(door(sessions, true, ANA).withSession(plain(ANA)));
        assertThat(begun.setCookie().orElseThrow().value()).endsWith("; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void a_valid_cookie_saves_the_check_of_its_users_password() throws Exception {
        String token = session(ANA);
        assertThat(who(request(token, basic("ana", "wrong")))).contains(within(token));
        assertThat(who(request(token, basic("ana", "ana's")))).contains(within(token));
    }

    @Test
    void credentials_of_another_user_decide_alone() throws Exception {
        String token = session(ANA);
        assertThat(who(request(token, basic("ben", "ben's")))).contains(plain(BEN));
        assertThat(who(request(token, basic("ben", "wrong")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node01abc.node0", "ünïcödé",
            "0123456789ABCDEF0123456789ABCDEFaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void beside_an_unknown_cookie_credentials_decide(String cookie) throws Exception {
        assertThat(who(request(cookie, NONE))).isEmpty();
        assertThat(who(request(cookie, basic("ana", "wrong")))).isEmpty();
        assertThat(who(request(cookie, basic("ana", "ana's")))).contains(plain(ANA));
    }

    @Test
    void beside_a_cookie_whose_session_has_ended_credentials_decide() throws Exception {
        String token = session(ANA);
        now(sessions(false).end(token));
        assertThat(who(request(token, NONE))).isEmpty();
        HttpIdentity again = now(door.withSession(who(request(token, basic("ana", "ana's"))).orElseThrow()));
        assertThat(again.token()).isPresent().isNotEqualTo(Optional.of(token));
        assertThat(again.setCookie()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PLATFORM", "OBSERVER"})
    void other_roles_are_nobody_by_cookie_and_by_credentials(Role role) throws Exception {
        String name = role == Role.PLATFORM ? "pat" : "oli";
        String token = session(user(name, role));
        assertThat(who(request(Map.of(), basic(name, name + "'s")))).isEmpty();
        assertThat(who(request(token, NONE))).isEmpty();
        assertThat(who(request(token, basic("ana", "ana's")))).contains(plain(ANA));
    }

    @Test
    void a_user_with_another_role_now_or_no_longer_in_the_directory_has_no_session() throws Exception {
        String token = session(ANA);
        assertThat(user(now(door(sessions, false, user("ana", Role.OBSERVER)).authenticate(request(token, NONE))))).isEmpty();
        assertThat(user(now(door(sessions, false, user("ben", Role.AGENT)).authenticate(request(token, NONE))))).isEmpty();
        assertThat(user(now(door(sessions, false, user("ana", Role.SUPERVISOR)).authenticate(request(token, NONE))))
                .map(HttpIdentity::user)).as("the entry of today").contains(user("ana", Role.SUPERVISOR));
    }
}
