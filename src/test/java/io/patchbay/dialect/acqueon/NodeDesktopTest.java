package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.contract.Posting;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.NodeClients;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Shell;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public WebSocket client of npm as the desktop of an agent, at a real gateway, in a call with a Harmony desktop. */
class NodeDesktopTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void it_answers_consults_and_transfers_to_an_agent_of_another_vendor() {
        URI gateway = RunningGateway.shared().http();
        try (Desktop ben = Desktop.of(gateway, "ben", "5002");
                Shell dan = NodeClients.run("acqueon.mjs", "ws" + gateway.toString().substring(4) + "/acqueon", "dan", "5069", "5002")) {
            dan.await("signed in", SOON);
            Posting sim = new Posting(gateway, "sim", List.of());
            sim.send("/platform/calls", "{\"from\":\"+15551234\",\"to\":\"5069\"}");
            String call = CiscoClient.tree(sim.next().body()).path("call").asText();
            Desktop.Contact consulted = ben.answer();
            dan.await("signed out", SOON);
            ben.told("conversation.created", told -> told.at("/data/conversation/id").asText().equals(call));
            assertThat(dan.output()).contains("Cisco Error SetAPIError  Parameter Missing",
                    "InboundCallStateChange POST connecting " + call, "InboundCallStateChange PUT connected " + call,
                    "InboundCallStateChange PUT hold " + call, "InboundCallStateChange DELETE").doesNotContain("closed");
            assertThat(consulted.conversation()).doesNotContain(call);
            ben.success("session.request.logout", ben.session(), "{}");
        }
    }
}
