package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Desktop;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.NodeClients;
import io.patchbay.testing.Ports;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Shell;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The public client of npm as the notifications of an agent, at a real gateway. */
class NodeClientTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OUTSIDE = "+15550199";
    private final GenesysDesktop ana = GenesysDesktop.of(RunningGateway.shared().http(), "ana");

    @AfterEach
    void signOut() {
        ana.ask("POST", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
    }

    @Test
    void each_way_to_sign_in_and_to_subscribe_hears_a_whole_call_with_its_transfer() {
        URI gateway = RunningGateway.shared().http();
        try (Shell topic = notifications(gateway, "Authorization", GenesysDesktop.basic("ana"), "/v2/me/calls");
                Shell mine = notifications(gateway, "Cookie", "JSESSIONID=" + ana.cookie(), "/v2/me/*");
                Shell all = notifications(gateway, "Authorization", GenesysDesktop.basic("ana"), "/**");
                Desktop ben = Desktop.of(gateway, "ben", "5002");
                GenesysDesktop beside = ana.signIn().listen("/v2/me/calls")) {
            beside.dial(OUTSIDE);
            String call = beside.call("Established");
            beside.done("/me/calls/" + call, "'operationName':'InitiateTransfer','destination':{'phoneNumber':'5002'}");
            String consult = beside.call("Dialing", call);
            Desktop.Contact contact = ben.answer();
            assertThat(contact.conversation()).endsWith("." + consult);
            beside.call("Established", call);
            beside.operate(call, "CompleteTransfer");
            ben.told("conversation.created", told -> told.at("/data/conversation/id").asText().equals(call));
            beside.told(message -> message.at("/data/call/state").asText().equals("Released")
                    && message.at("/data/call/id").asText().equals(consult));
            List<String> calls = beside.told().stream().map(each -> each.at("/data/call/state").asText() + " "
                    + each.at("/data/call/id").asText()).toList();
            assertThat(calls.stream().distinct().filter(each -> each.endsWith(call)).map(each -> each.split(" ")[0]))
                    .containsExactly("Dialing", "Established", "Held", "Released");
            assertThat(calls.stream().distinct().filter(each -> each.endsWith(consult)).map(each -> each.split(" ")[0]))
                    .containsExactly("Dialing", "Established", "Released");
            for (Shell client : List.of(topic, mine, all)) {
                client.await("Released " + consult, SOON);
                assertThat(calls(client)).containsExactlyElementsOf(calls);
            }
            assertThat(topic.output()).doesNotContain("told");
            assertThat(List.of(mine.output(), all.output())).allSatisfy(output -> assertThat(output)
                    .contains("told /v2/me/devices DeviceStateChangeMessage", "told /v2/me/channels ChannelStateChangeMessageV2"));
            ben.success("session.request.logout", ben.session(), "{}");
        }
    }

    @Test
    void an_answered_poll_that_is_cut_off_on_its_way_loses_nothing() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(RunningGateway.shared().http(), "\"state\":\"Held\"", 1);
                Shell client = notifications(proxy.http(), "Authorization", GenesysDesktop.basic("ana"), "/v2/me/calls");
                GenesysDesktop beside = ana.signIn().listen("/v2/me/calls")) {
            beside.dial(OUTSIDE);
            String call = beside.call("Established");
            client.await("Established " + call, SOON);
            beside.operate(call, "Hold");
            await().atMost(SOON).until(() -> proxy.left() == 0);
            beside.operate(call, "Retrieve");
            beside.operate(call, "Hangup");
            client.await("Released " + call, SOON);
            assertThat(calls(client).stream().map(told -> told.split(" ")[0]))
                    .containsExactly("Dialing", "Established", "Held", "Established", "Released");
            assertThat(count(client, "handshake")).as("sessions").isOne();
        }
    }

    @Test
    void after_a_restart_of_the_gateway_the_client_shakes_hands_again_and_reads_its_state() {
        Map<String, String> needs = Map.of("http.port", Integer.toString(Ports.free()));
        RunningGateway before = RunningGateway.start(needs);
        try (Shell client = notifications(before.http(), "Authorization", GenesysDesktop.basic("caro"), "/v2/me/*")) {
            GenesysDesktop.of(before.http(), "caro").signIn();
            client.await("told /v2/me/devices", SOON);
            assertThat(client.output()).contains("recovered 0 caro LoggedOut calls 0");
            before.close();
            try (RunningGateway after = RunningGateway.start(needs)) {
                await().atMost(SOON).until(() -> count(client, "recovered") == 2);
                assertThat(client.output()).contains("connect false 402");
                long heard = count(client, "told /v2/me/devices");
                GenesysDesktop.of(after.http(), "caro").signIn();
                await().atMost(SOON).until(() -> count(client, "told /v2/me/devices") > heard);
            }
        } finally {
            before.close();
        }
    }

    /** The state and the id of a call in each notification. */
    private static List<String> calls(Shell client) {
        return client.output().lines().filter(line -> line.startsWith("call ")).map(line -> line.split(" ", 3)[2]).toList();
    }

    private static long count(Shell client, String step) {
        return client.output().lines().filter(line -> line.startsWith(step)).count();
    }

    /** Returns when it is subscribed and has read the state of its agent. */
    private static Shell notifications(URI gateway, String header, String value, String topic) {
        Shell client = NodeClients.run("desktop.mjs", gateway + "/api/v2", header, value, topic);
        client.await("recovered", SOON);
        assertThat(client.output()).contains("handshake true", "subscribe true");
        return client;
    }
}
