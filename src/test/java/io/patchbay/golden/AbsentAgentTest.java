package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to calls for an agent whose desktop is closed, and after it is opened again. */
class AbsentAgentTest {
    private static final String QUEUED = "queued";
    private static RunningGateway gateway;
    private static RunningFarEnd farEnd;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("offer.lost", "700ms", "offer.timeout", "10m", "offer.again", "10m"));
        farEnd = new RunningFarEnd(gateway.http());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void nobodyCallsAnyMore() {
        farEnd.calls().forEach(call -> hangUp(call.call(), call.from()));
    }

    @Test
    void who_opens_a_harmony_desktop_again_in_time_still_has_the_call() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        String call = call("+15557101", "sales");
        String conversation = ana.until(ReconnectingClient.is("conversation.initialized")).path("target").asText();
        ana.comeBack();
        ana.ask("conversation.request.answer", conversation, "{}");
        assertThat(parties(call)).contains("5001");
        ana.signOut();
    }

    @Test
    void the_call_waits_for_who_opens_a_harmony_desktop_later() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        String call = call("+15557102", "sales");
        ana.until(ReconnectingClient.is("conversation.initialized"));
        ana.line.leave();
        await().untilAsserted(() -> assertThat(parties(call)).doesNotContain("5001"));
        assertThat(post("+15557103", "5001").path("cause").asText()).isEqualTo("unavailable");

        ana.comeBack();
        assertThat(ana.until(ReconnectingClient.is("interaction.ended")).at("/data/cause").asText()).isEqualTo("unavailable");
        await().untilAsserted(() -> assertThat(parties(call)).as("offered again at once").contains("5001"));
        ana.signOut();
    }

    @Test
    void nothing_is_offered_before_a_genesys_desktop_is_open_again() {
        GenesysDesktop caro = ready(GenesysDesktop.of(gateway.http(), "caro").signIn().listen("/v2/me/calls"));
        String call = call("+15557104", "support");
        assertThat(caro.call("Ringing")).isEqualTo(call);
        caro.close();
        await().untilAsserted(() -> assertThat(parties(call)).doesNotContain("5003"));
        JsonNode next = post("+15557105", "support");
        assertThat(next.path("state").asText()).isEqualTo(QUEUED);
        assertThat(caro.get("/me/calls").toString()).as("a request without notifications is no desktop").doesNotContain(call);

        try (GenesysDesktop again = GenesysDesktop.of(gateway.http(), "caro").listen("/v2/me/calls")) {
            await().untilAsserted(() -> assertThat(parties(call)).contains("5003"));
            again.done("/me", "'operationName':'EndContactCenterSession'");
        }
    }

    @Test
    void who_only_asks_over_http_is_there() {
        GenesysDesktop caro = ready(GenesysDesktop.of(gateway.http(), "caro").signIn());
        String call = call("+15557106", "support");
        await().untilAsserted(() -> assertThat(parties(call)).contains("5003"));
        caro.done("/me", "'operationName':'EndContactCenterSession'");
    }

    private static GenesysDesktop ready(GenesysDesktop desktop) {
        desktop.done("/me/channels/voice", "'operationName':'Ready'");
        return desktop;
    }

    private static String call(String from, String to) {
        return post(from, to).path("call").asText();
    }

    private static JsonNode post(String from, String to) {
        return farEnd.platform("/platform/calls", Player.parse("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")).body();
    }

    private static void hangUp(String call, String from) {
        farEnd.platform("/platform/calls/" + call + "/parties/" + from.replace("+", "%2B"), Player.parse("{\"action\":\"hangup\"}"));
    }

    private static String parties(String call) {
        return farEnd.platform("/platform/calls/" + call, null).body().toString();
    }
}
