package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who loses the connection and binds the session again has, subject by subject, what one has who never lost it. */
class ResumeTest {
    private static RunningGateway gateway;
    private static RunningFarEnd farEnd;
    private static List<String> undisturbed;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.shared();
        farEnd = new RunningFarEnd(gateway.http());
        undisturbed = story(new ReconnectingClient("ana", () -> farEnd.open("ana"), () -> false));
    }

    /** These, and another one each time: a failure names its seed. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 8), LongStream.of(ThreadLocalRandom.current().nextLong(1_000_000)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void connections_lost_at_random_lose_nothing_else(long seed) {
        Random random = new Random(seed);
        ReconnectingClient ana = new ReconnectingClient("ana", () -> line(seed % 2 == 0), () -> random.nextInt(6) == 0);
        List<String> disturbed = story(ana);
        assertThat(ana.lost).as("losses with seed %d", seed).isPositive();
        assertThat(String.join("\n", disturbed)).as("told with seed %d", seed).isEqualTo(String.join("\n", undisturbed));
    }

    private static FarEnd.Line line(boolean tcp) {
        return tcp ? new TcpLine(gateway.gateway().tcp("harmonyLines"), Duration.ofSeconds(5)) : farEnd.open("ana");
    }

    @AfterEach
    void signOut() {
        ReconnectingClient ana = new ReconnectingClient("ana", () -> farEnd.open("ana"), () -> false);
        ana.signIn();
        ana.signOut();
    }

    @Test
    void what_a_client_missed_comes_behind_the_reply_and_what_is_new_behind_that() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        ana.line.leave();
        call("+15557001");
        ana.line = farEnd.open("ana");
        JsonNode reply = ana.bind(true, ana.after);
        assertThat(reply).hasToString("{\"command\":\"bindSession\",\"result\":\"success\",\"data\":{\"session\":{\"id\":\"" + ana.session
            + "\"},\"reset\":false}}");
        String conversation = ana.until(ReconnectingClient.is("conversation.initialized")).path("target").asText();
        ana.ask("conversation.request.answer", conversation, "{}");
        ana.until(ReconnectingClient.is("interaction.screenpop"));
        ana.signOut();
    }

    @Test
    void what_is_too_old_begins_again() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        ana.line.leave();
        ana.line = farEnd.open("ana");
        JsonNode reply = ana.bind(true, Map.of());
        assertThat(reply.at("/data/reset").asBoolean()).isTrue();
        List<String> names = new ArrayList<>();
        for (JsonNode frame = ana.read(); !frame.path("name").asText().equals("session.initialized"); frame = ana.read()) {
            assertThat(frame.path("snapshot").asBoolean()).isTrue();
            names.add(frame.path("name").asText());
        }
        assertThat(names).contains("channelgroup.created", "channel.created", "channel.infochanged");
        ana.signOut();
    }

    @Test
    void numbers_of_an_earlier_session_are_too_old() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        Map<String, Long> earlier = Map.copyOf(ana.after);
        ana.signOut();
        ana.signIn();
        ana.line.leave();
        ana.line = farEnd.open("ana");
        assertThat(ana.bind(true, earlier).at("/data/reset").asBoolean()).isTrue();
        ana.signOut();
    }

    @Test
    void a_request_is_answered_again_on_the_new_connection_and_takes_no_other_payload() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        String channel = ana.until(ReconnectingClient.is("channel.initialized")).path("target").asText();
        JsonNode first = ana.ask("once", "channel.request.notready", channel, "{\"reasoncode\":\"1\"}");
        ana.comeBack();
        assertThat(ana.ask("once", "channel.request.notready", channel, "{\"reasoncode\":\"1\"}")).isEqualTo(first);
        Caller caller = new Caller("ana", ana.line);
        assertThat(Caller.code(caller.ask(Caller.request("channel.request.ready", channel, "once")))).isEqualTo("CONFLICT");
        ana.signOut();
    }

    @Test
    void a_request_whose_object_is_gone_is_answered_again_behind_many_others() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        String channel = ana.until(ReconnectingClient.is("channel.initialized")).path("target").asText();
        String call = call("+15557003");
        String interaction = ana.until(ReconnectingClient.is("interaction.preview")).path("target").asText();
        ana.ask("conversation.request.answer", interaction + "." + call, "{}");
        ana.ask("release", "conversation.request.release", interaction + "." + call, "{}");
        ana.until(ReconnectingClient.is("interaction.ended"));
        JsonNode first = ana.ask("complete", "interaction.request.complete", interaction, "{}");
        ana.until(ReconnectingClient.is("interaction.disposed"));
        for (int n = 0; n < 64; n++) {
            ana.ask("channel.request.incontact.getscripts", channel, "{}");
        }
        ana.comeBack();
        assertThat(ana.ask("complete", "interaction.request.complete", interaction, "{}")).isEqualTo(first);
        ana.ask("release", "conversation.request.release", interaction + "." + call, "{}");
        ana.signOut();
    }

    @Test
    void a_session_that_is_bound_is_taken_over_with_override_only() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        FarEnd.Line first = ana.line;
        ana.line = farEnd.open("ana");
        assertThat(ana.bind(false, ana.after).at("/failure/code").asText()).isEqualTo("ALREADY_BOUND");
        assertThat(ana.bind(true, ana.after).path("result").asText()).isEqualTo("success");
        assertThat(first.closed()).contains(4409);
        ana.signOut();
    }

    @Test
    void a_session_that_is_over_or_anothers_is_not_bound() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        ReconnectingClient ben = new ReconnectingClient("ben", () -> farEnd.open("ben"), () -> false);
        ben.session = ana.session;
        assertThat(ben.bind(true, Map.of()).at("/failure/code").asText()).isEqualTo("UNKNOWN_TARGET");
        ana.signOut();
        assertThat(ana.bind(true, ana.after).at("/failure/code").asText()).isEqualTo("UNKNOWN_TARGET");
    }

    /** Two calls from a queue, held, retrieved and ended by the customer; what was received of it, in the words of any session. */
    private static List<String> story(ReconnectingClient ana) {
        ana.getReady();
        for (String number : List.of("+15557001", "+15557002")) {
            String call = call(number);
            String interaction =
                ana.until(f -> ReconnectingClient.is("interaction.preview").test(f) && f.toString().contains(number)).path("target")
                        .asText();
            String conversation = interaction + "." + call;
            ana.ask("conversation.request.answer", conversation, "{}");
            ana.ask("conversation.request.hold", conversation, "{}");
            ana.ask("interaction.request.setinteractiondata", interaction, "{\"key\":\"k\",\"value\":\"v\"}");
            ana.ask("conversation.request.retrieve", conversation, "{}");
            farEnd.platform("/platform/calls/" + call + "/parties/" + number.replace("+", "%2B"),
                Player.parse("{\"action\":\"hangup\"}"));
            ana.until(f -> ReconnectingClient.is("interaction.ended").test(f) && f.path("target").asText().equals(interaction));
            ana.ask("interaction.request.complete", interaction, "{}");
            ana.until(f -> ReconnectingClient.is("interaction.disposed").test(f) && f.path("target").asText().equals(interaction));
            ana.untilState("READY");
        }
        List<String> told = told(ana);
        ana.signOut();
        return told;
    }

    private static String call(String from) {
        JsonNode body = Player.parse("{\"from\":\"" + from + "\",\"to\":\"sales\"}");
        return farEnd.platform("/platform/calls", body).body().path("call").asText();
    }

    /** Every subject's frames with ids by the order of their appearance; without times, and without the agent's numbers. */
    private static List<String> told(ReconnectingClient ana) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put(ana.session, "S");
        ana.complete.values().stream().flatMap(List::stream).forEach(frame -> frame.path("data").forEach(object -> {
            if (object.path("id").isTextual() && !object.path("id").asText().matches("[+].*|")) {
                ids.putIfAbsent(object.path("id").asText(), "id" + ids.size());
            }
        }));
        List<String> all = new ArrayList<>();
        ana.complete.forEach((subject, frames) -> frames.forEach(frame -> {
            ObjectNode told = frame.deepCopy();
            told.remove("timestamp");
            if (subject.startsWith("agent/")) {
                told.remove("number");
            }
            String text = told.toString();
            for (Map.Entry<String, String> id : ids.entrySet()) {
                text = text.replace(id.getKey(), id.getValue());
            }
            all.add(text);
        }));
        return all;
    }
}
