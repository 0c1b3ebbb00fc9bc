package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.LogLines;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Visitor;
import io.patchbay.testing.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guessing is slowed by name and address, and never locks out who knows the password. A pause of an hour is one that nobody waits for. */
class PasswordGuessingTest {
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";
    private static final String SLOWED = "slowed";
    private static final int AFTER = 3;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("login.slowdown.after", Integer.toString(AFTER), "login.slowdown.pause", "1h"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private interface Entering {
        String enter(Visitor visitor, String user, String password);
    }

    /** The doors that check a password. */
    enum Door {
        HARMONY_SOCKET("ana", (client, user, password) -> harmony(client.frame("/harmony", "harmony.v1+json", prepare(user, password)))),
        HARMONY_TCP("ana", (client, user, password) -> harmony(client.line(gateway.harmonyTcp(), prepare(user, password)))),
        HARMONY_POST("ana", (client, user, password) -> answer("TOO_MANY_REQUESTS",
                client.ask("POST", "/harmony", as(user, password), prepare(user, password)))),
        GENESYS("ben", (client, user, password) -> answer("\"statusCode\":3,", client.ask("GET", "/api/v2/me", as(user, password), ""))),
        GENESYS_COMETD("ben", (client, user, password) -> answer("\"statusCode\":3,",
                client.ask("POST", "/api/v2/notifications", as(user, password), "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
                        + "\"supportedConnectionTypes\":[\"long-polling\"]}]"))),
        ACQUEON_SOCKET("dan", (client, user, password) -> acqueon(client.frame("/acqueon", "", userInfo(user, password)))),
        ACQUEON_POST("dan", (client, user, password) -> answer("\"subtopic\":\"SetAPIError\"",
                client.ask("POST", "/acqueon", as(user, password), userInfo(user, password)))),
        FINESSE("caro", (client, user, password) -> answer("<ApiErrors>",
                client.ask("GET", "/finesse/api/User/caro", as(user, password), ""))),
        FINESSE_SOCKET("caro", (client, user, password) -> answer("<ApiErrors>",
                client.upgrade("/finesse/notifications", Visitor.basic(user, password)))),
        FINESSE_STREAM("caro", (client, user, password) -> answer("<ApiErrors>",
                client.ask("GET", "/finesse/notifications", as(user, password), ""))),
        EVENTS_SOCKET("eve", (client, user, password) -> answer("TOO_MANY_REQUESTS",
                client.upgrade("/events", Visitor.basic(user, password)))),
        EVENTS_STREAM("eve", (client, user, password) -> answer("TOO_MANY_REQUESTS",
                client.ask("GET", "/events", as(user, password), ""))),
        PLATFORM("sim", (client, user, password) -> answer("TOO_MANY_REQUESTS",
                client.ask("GET", "/platform/calls?party=5001", as(user, password), "")));

        private final String user;
        private final Entering entering;

        Door(String user, Entering entering) {
            this.user = user;
            this.entering = entering;
        }

        String enter(Visitor visitor, String password) {
            return entering.enter(visitor, user, password);
        }

        /** Different for each door, because wrong passwords of a name from an address count at every door. */
        Visitor at(int network) {
            return new Visitor(gateway.http(), "127.0." + network + "." + (ordinal() + 1));
        }

        private static Map<String, String> as(String user, String password) {
            return Map.of("Authorization", Visitor.basic(user, password));
        }

        private static String prepare(String user, String password) {
            return "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":true,\"agent\":{\"id\":\"" + user
                    + "\",\"password\":\"" + password + "\"}}}";
        }

        private static String userInfo(String user, String password) {
            return "{\"channel\":\"Cisco\",\"topic\":\"Agent\",\"subtopic\":\"SetUserInfo\",\"data\":{\"username\":\"" + user
                    + "\",\"password\":\"" + password + "\"}}";
        }

        private static String harmony(String reply) {
            return reply.contains("\"code\":\"TOO_MANY_REQUESTS\"") ? SLOWED : reply.contains("\"code\":\"NOT_AUTHENTICATED\"") ? WRONG
                    : reply.contains("\"result\":\"success\"") ? RIGHT : reply;
        }

        private static String acqueon(String envelope) {
            return envelope.contains("\"errorMessage\":\"slowed\"") ? SLOWED
                    : envelope.contains("\"errorType\":\"Authorization Failure\"") ? WRONG
                    : envelope.contains("SetAPIError") ? envelope : RIGHT;
        }

        /** @param form what is in every refusal of the door */
        private static String answer(String form, Answer answer) {
            return switch (answer.status()) {
                case 101, 200, 202 -> RIGHT;
                case 401, 403 -> WRONG;
                case 429 -> answer.body().contains(form) && isMostOfAnHour(answer.retryAfter()) ? SLOWED : answer.toString();
                default -> answer.toString();
            };
        }
    }

    private static boolean isMostOfAnHour(String seconds) {
        return seconds.matches("3[0-9]{3}") && Integer.parseInt(seconds) <= 3600;
    }

    private static void guess(Door door, Visitor visitor) {
        for (int i = 0; i < AFTER; i++) {
            assertThat(door.enter(visitor, "guess" + i)).isEqualTo(WRONG);
        }
        assertThat(door.enter(visitor, "guess")).isEqualTo(SLOWED);
    }

    @ParameterizedTest
    @EnumSource
    void who_guesses_is_slowed_and_the_right_password_is_taken_at_another_address(Door door) {
        try (Visitor stranger = door.at(1); Visitor home = door.at(2)) {
            guess(door, stranger);
            assertThat(door.enter(stranger, door.user)).as("slowed, never wrong").isEqualTo(SLOWED);
            assertThat(door.enter(home, door.user)).isEqualTo(RIGHT);
            assertThat(door.enter(stranger, door.user)).as("not right from here before").isEqualTo(SLOWED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_right_lately_goes_on_while_somebody_guesses_at_the_same_address(Door door) {
        try (Visitor home = door.at(3)) {
            assertThat(door.enter(home, door.user)).isEqualTo(RIGHT);
            guess(door, home);
            for (int i = 0; i < 20; i++) {
                assertThat(door.enter(home, "more" + i)).isEqualTo(SLOWED);
                assertThat(door.enter(home, door.user)).isEqualTo(RIGHT);
            }
        }
    }

    @Test
    void wrong_tokens_are_slowed_as_wrong_passwords_are() {
        try (Visitor stranger = new Visitor(gateway.http(), "127.0.4.1")) {
            Map<String, String> token = Map.of("Authorization", "Bearer eve~wallboard~wrong");
            for (int i = 0; i < AFTER; i++) {
                assertThat(stranger.ask("GET", "/events", token, "").status()).isEqualTo(401);
            }
            Answer slowed = stranger.ask("GET", "/events", token, "");
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(slowed.retryAfter()).matches(PasswordGuessingTest::isMostOfAnHour);
        }
    }

    @Test
    void an_address_that_a_client_claims_to_have_is_not_believed() {
        try (Visitor stranger = new Visitor(gateway.http(), "127.0.4.2")) {
            guess(Door.PLATFORM, stranger);
            Map<String, String> elsewhere = Map.of("Authorization", Visitor.basic("sim", "sim"), "X-Forwarded-For", "127.0.9.9");
            assertThat(stranger.ask("GET", "/platform/calls?party=5001", elsewhere, "").status()).isEqualTo(429);
        }
    }

    @Test
    void five_wrong_ones_block_sign_ins_at_acqueon_and_not_the_requests_of_who_is_signed_in() {
        try (RunningGateway own = RunningGateway.start(Map.of("login.slowdown.after", "100"));
                Visitor home = new Visitor(own.http(), "127.0.4.3")) {
            Map<String, String> dan = Map.of("Authorization", Visitor.basic("dan", "dan"));
            assertThat(home.ask("POST", "/acqueon", dan, Door.userInfo("dan", "dan")).status()).isEqualTo(202);
            for (int i = 0; i < 5; i++) {
                assertThat(Door.acqueon(home.frame("/acqueon", "", Door.userInfo("dan", "wrong")))).isEqualTo(WRONG);
            }
            assertThat(home.frame("/acqueon", "", Door.userInfo("dan", "dan"))).contains("\"errorMessage\":\"blocked\"");
            assertThat(home.ask("POST", "/acqueon", dan,
                    "{\"channel\":\"Cisco\",\"topic\":\"Agent\",\"subtopic\":\"StateSync\",\"data\":{}}").status()).isEqualTo(202);
        }
    }

    @Test
    void the_log_says_door_and_address_and_no_password() {
        List<String> lines = new CopyOnWriteArrayList<>();
        LogLines log = new LogLines(lines::add);
        try (log; Visitor stranger = new Visitor(gateway.http(), "127.0.4.4")) {
            guess(Door.FINESSE, stranger);
            assertThat(Door.GENESYS.entering.enter(stranger, "no-such-user", "guess")).isEqualTo(WRONG);
            await().untilAsserted(() -> {
                assertThat(lines).filteredOn(line -> line.contains("sign-in refused") && line.contains("127.0.4.4"))
                        .anySatisfy(line -> assertThat(line).contains("door=finesse", "agent=caro", "reason=wrong"))
                        .anySatisfy(line -> assertThat(line).contains("door=finesse", "agent=caro", "reason=slowed"))
                        .anySatisfy(line -> assertThat(line).contains("door=genesys", "reason=unknown"));
                assertThat(lines).noneMatch(line -> line.contains("guess") || line.contains("no-such-user"));
            });
        }
    }
}
