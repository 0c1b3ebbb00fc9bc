package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands on the real topic to the real gateway, while desktops watch. */
class CommandsOverKafkaTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static Middleware middleware;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("kafka.commands.enabled", "true", "kafka.brokers", broker.bootstrap()));
        middleware = new Middleware(broker.bootstrap());
    }

    @AfterAll
    static void stop() {
        middleware.close();
        gateway.close();
    }

    @Test
    void a_call_is_dialled_answered_and_held_while_the_desktop_of_its_agent_is_told() {
        try (Desktop ana = Desktop.of(gateway.http(), "ana", "5001"); Desktop ben = Desktop.of(gateway.http(), "ben", "5002")) {
            String channel = ana.channel().substring(ana.channel().lastIndexOf('.') + 1);
            middleware.accepted("ana", "makeCall", "{\"channel\":\"" + channel + "\"}", "{\"to\":\"5002\"}");
            Desktop.Contact hers = ana.contact();
            Desktop.Contact his = ben.contact();
            String call = "{\"interaction\":\"" + hers.id() + "\",\"call\":\"" + last(his.conversation()) + "\"}";

            middleware.accepted("ben", "answerCall", call, "{}");
            ana.talking(hers);
            ben.talking(his);
            middleware.accepted("ben", "holdCall", call, "{}");
            ben.told("state.updated", e -> e.path("target").asText().equals(his.conversation())
                    && e.path("data").toString().contains("{\"name\":\"conversation.retrieve\",\"type\":\"enable\"}"));

            assertThat(middleware.ask("ben", "holdCall", call, "{}").at("/error/code").asText()).isEqualTo("WRONG_STATE");
            assertThat(middleware.ask("caro", "retrieveCall", call, "{}").at("/error/code").asText())
                    .as("a call of others does not exist").isEqualTo("UNKNOWN");
            middleware.accepted("ben", "clearConnection", call, "{}");
            logout(ana);
            logout(ben);
        }
    }

    @Test
    void the_reply_and_the_events_name_the_command() {
        String id = UUID.randomUUID().toString();
        RecordMetadata command = middleware.send("dan", Middleware.command(id, "dan", "startSession", "{}", "{}"));
        ConsumerRecord<byte[], byte[]> reply = middleware.record(command);

        assertThat(reply.key()).isEqualTo("dan".getBytes(UTF_8));
        assertThat(header(reply, "ce_correlationid")).isEqualTo(id);
        assertThat(header(reply, "ce_id")).isEqualTo("command/" + command.partition() + "-" + command.offset());
        assertThat(new String(reply.value(), UTF_8)).isEqualTo("{\"id\":\"" + id + "\",\"agent\":\"dan\",\"operation\":\"startSession\","
                + "\"outcome\":\"accepted\",\"record\":{\"partition\":" + command.partition() + ",\"offset\":" + command.offset() + "}}");
        broker.awaitRecords("cti.agents", r -> header(r, "ce_correlationid").equals(id));
        middleware.accepted("dan", "endSession", "{}", "{}");
    }

    @Test
    void a_repeated_command_is_answered_again_and_done_once() {
        middleware.accepted("caro", "startSession", "{}", "{}");
        String id = UUID.randomUUID().toString();
        String group = "{\"media\":[\"voice\",\"chat\"]}";
        JsonNode first = middleware.ask(id, "caro", "addChannelGroup", "{}", group);
        JsonNode second = middleware.ask(id, "caro", "addChannelGroup", "{}", group);
        JsonNode other = middleware.ask(id, "caro", "addChannelGroup", "{}", "{\"media\":[\"voice\"]}");

        assertThat(first.path("outcome").asText()).isEqualTo("accepted");
        assertThat(second.path("outcome").asText()).isEqualTo("accepted");
        assertThat(other.at("/error/code").asText()).isEqualTo("CONFLICT");
        assertThat(middleware.ask("caro", "addChannelGroup", "{}", group).at("/error/code").asText()).isEqualTo("WRONG_STATE");
        middleware.accepted("caro", "endSession", "{}", "{}");
    }

    @Test
    void a_supervisor_acts_for_the_own_team_and_nobody_else_does() {
        middleware.accepted("sam", "startSession", "{}", "{}");
        try (Desktop ana = Desktop.of(gateway.http(), "ana", "5001")) {
            String channel = last(ana.channel());
            String hers = "{\"channel\":\"" + channel + "\",\"onBehalfOf\":\"ana\"}";
            middleware.accepted("sam", "setReady", hers, "{}");
            ana.told("channel.infochanged", e -> e.at("/data/channel/agentstate").asText().equals("READY"));

            assertThat(middleware.ask("ben", "setNotReady", hers, "{}").at("/error/code").asText()).isEqualTo("UNKNOWN");
            assertThat(middleware.ask("sam", "setReady", "{\"channel\":\"c\",\"onBehalfOf\":\"nobody\"}", "{}").at("/error/code").asText())
                    .isEqualTo("UNKNOWN");
            logout(ana);
        }
        middleware.accepted("sam", "endSession", "{}", "{}");
    }

    private static void logout(Desktop desktop) {
        desktop.success("session.request.logout", desktop.session(), "{}");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Empty where there is none: others write to these topics too. */
    private static String header(ConsumerRecord<?, ?> record, String name) {
        return record.headers().lastHeader(name) == null ? "" : new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
