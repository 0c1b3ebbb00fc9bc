package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who a client is, and what it may do before and after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketSignInTest {
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = RunningGateway.start(Map.of("node.name", "acqueon-sign-in"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private CiscoClient client() {
        return new CiscoClient(gateway.http());
    }

    private static Map<String, String> of(String user, String password) {
        return Map.of("username", user, "password", password);
    }

    @Test
    void a_sign_in_lands_not_ready_and_its_first_envelope_has_its_id() {
        try (CiscoClient dan = client()) {
            ObjectNode signIn = CiscoClient.envelope("Agent", "SetUserInfo",
                    Map.of("username", "dan", "password", "dan", "extension", "5069"));
            dan.send(signIn.put("requestId", "s-1").toString());
            JsonNode first = dan.next();
            assertThat(first.path("subtopic").asText()).isEqualTo("OpenConnection");
            assertThat(first.path("requestId").asText()).isEqualTo("s-1");
            assertThat(dan.awaitState("NOT_READY").has("requestId")).isFalse();
            assertThat(dan.seen()).noneMatch(envelope -> envelope.path("subtopic").asText().equals("SetUserInfo"));
        }
    }

    @Test
    void before_it_every_envelope_is_refused() {
        CiscoClient nobody = client();
        assertThat(nobody.send("Agent", "SetReadyState", Map.of()).awaitError()).isEqualTo("Authorization Failure");
        assertThat(nobody.send("InboundCall", "SetDance", Map.of()).awaitError()).isEqualTo("Authorization Failure");
        assertThat(nobody.send("Agent", "SetUserInfo", Map.of("username", "ana")).awaitError()).isEqualTo("Parameter Missing");
        assertThat(nobody.send("Agent", "SetUserInfo", of("sim", "sim")).awaitError()).isEqualTo("Authorization Failure");
        nobody.send(CiscoClient.envelope("Agent", "SetUserInfo", of("ana", "ana")).put("channel", "Amazon").toString());
        assertThat(nobody.await(envelope -> envelope.path("subtopic").asText().equals("LoginSuccess")).path("channel").asText())
                .isEqualTo("Amazon");
        nobody.send("Agent", "SetUserInfo", Map.of("username", "ana", "password", "ana", "extension", "5002"));
        assertThat(nobody.awaitError()).isEqualTo("Invalid Input");
        nobody.cut();
    }

    @Test
    void a_second_sign_in_keeps_the_state() {
        try (CiscoClient ana = client().signIn("ana", "5001")) {
            ana.send("Agent", "SetReadyState", Map.of()).awaitState("READY");
            CiscoClient other = client();
            other.send("Agent", "SetUserInfo", of("ana", "ana"));
            JsonNode state = other.await(envelope -> envelope.path("subtopic").asText().equals("SetAgentState"));
            assertThat(state.at("/message/data/state").asText()).isEqualTo("READY");
            assertThat(other.send("Agent", "SetUserInfo", of("ben", "ben")).awaitError()).isEqualTo("Authorization Failure");
            other.cut();
        }
    }

    @Test
    void sign_ins_at_the_same_time_are_all_accepted() {
        List<CiscoClient> clients = Stream.generate(this::client).limit(5).toList();
        clients.forEach(client -> client.send("Agent", "SetUserInfo", of("dan", "dan")));
        assertThat(clients).allSatisfy(client -> assertThat(CiscoClient.error(client.next())).isEmpty());
        clients.subList(1, clients.size()).forEach(CiscoClient::cut);
        assertThat(clients.get(0).send("Agent", "SetReadyState", Map.of()).awaitState("READY")).isNotNull();
        clients.get(0).close();
    }

    @Test
    void credentials_of_the_upgrade_sign_in() {
        try (CiscoClient ben = CiscoClient.of(gateway.http(), "ben", "ben")) {
            ben.awaitState("NOT_READY");
            ben.send(CiscoClient.envelope("Agent", "Login", Map.of()).put("requestId", "l").toString());
            JsonNode login = ben.await(envelope -> envelope.path("subtopic").asText().equals("LoginSuccess"));
            assertThat(login.at("/message/agentInfo/extension").asText()).isEqualTo("5002");
            assertThat(login.path("requestId").asText()).isEqualTo("l");
        }
        try (CiscoClient ben = CiscoClient.of(gateway.http(), "ben", "ben")) {
            ben.awaitState("NOT_READY");
            ben.send(CiscoClient.envelope("Agent", "Login", Map.of()).put("channel", "Amazon").toString());
            assertThat(ben.await(envelope -> envelope.path("subtopic").asText().equals("LoginSuccess")).path("channel").asText())
                    .as("the channel of the first envelope").isEqualTo("Amazon");
            assertThat(ben.send("Agent", "SetReadyState", Map.of()).awaitError()).isEqualTo("Invalid Input");
            ben.signIn("ben", "");
        }
        CiscoClient wrong = CiscoClient.of(gateway.http(), "ben", "nope");
        assertThat(wrong.awaitError()).isEqualTo("Authorization Failure");
        assertThat(wrong.signIn("ben", "").send("Agent", "SetReadyState", Map.of()).awaitState("READY")).isNotNull();
        wrong.close();
    }

    @Test
    void after_a_logout_elsewhere_the_connection_stays_and_is_not_signed_in() {
        CiscoClient ana = client().signIn("ana", "5001");
        CiscoClient other = client().signIn("ana", "5001");
        other.close();
        ana.awaitState("LOGOUT");
        assertThat(ana.send("Agent", "SetReadyState", Map.of()).awaitError()).isEqualTo("Authorization Failure");
        ana.signIn("ana", "5001").close();
    }

    @Test
    void a_post_signs_in_without_a_socket_and_its_events_go_to_the_sockets() {
        Posting post = new Posting(gateway.http(), "caro", List.of());
        assertThat(posted(post, "Agent", "SetReadyState", Map.of())).isEqualTo("400 Authorization Failure");
        assertThat(posted(post, "Agent", "SetUserInfo", of("ana", "ana"))).isEqualTo("400 Authorization Failure");
        assertThat(posted(post, "Agent", "SetUserInfo", of("caro", "caro"))).isEqualTo("202 ");
        assertThat(posted(post, "Agent", "SetReadyState", Map.of())).isEqualTo("202 ");
        try (CiscoClient caro = client().signIn("caro", "5003")) {
            assertThat(posted(post, "Agent", "SetNotReadyState", Map.of("ReasonCodeId", "1"))).isEqualTo("202 ");
            caro.awaitState("NOT_READY");
        }
        assertThat(posted(post, "Agent", "SetReadyState", Map.of())).isEqualTo("400 Authorization Failure");
        Posting stranger = new Posting(gateway.http(), "nobody", List.of());
        assertThat(posted(stranger, "Agent", "SetReadyState", Map.of())).isEqualTo("401 Authorization Failure");
    }

    @Test
    void five_wrong_sign_ins_block_the_name_at_this_door() {
        CiscoClient wrong = client();
        for (int n = 0; n < 5; n++) {
            assertThat(wrong.send("Agent", "SetUserInfo", of("sam", "wrong-" + n)).awaitError()).isEqualTo("Authorization Failure");
        }
        assertThat(wrong.send("Agent", "SetUserInfo", of("sam", "sam")).awaitError()).isEqualTo("Authorization Failure");
        assertThat(posted(new Posting(gateway.http(), "sam", List.of()), "Agent", "SetReadyState", Map.of())).startsWith("401");
        Posting elsewhere = new Posting(gateway.http(), "sam", List.of());
        elsewhere.send("/api/v2/me", "{\"operationName\":\"EndContactCenterSession\"}");
        assertThat(elsewhere.next().statusCode()).isNotEqualTo(403);
        wrong.cut();
    }

    private static String posted(Posting post, String topic, String subtopic, Map<String, String> data) {
        post.send("/acqueon", CiscoClient.envelope(topic, subtopic, data).toString());
        HttpResponse<String> response = post.next();
        return response.statusCode() + " " + CiscoClient.error(CiscoClient.tree(response.body()));
    }
}
