package io.patchbay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.GatewayPair;
import io.patchbay.testing.GenesysDesktop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An agent with Genesys clients at two gateways: the loss of one gateway ends neither its session nor its call. */
class GenesysIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path directory;

    @Test
    void a_gateway_that_is_killed_takes_only_its_polls_with_it() {
        try (GatewayPair pair = GatewayPair.started(directory, Map.of("genesys.session.grace", "2s"))) {
            URI dies = pair.second().http();
            URI lives = pair.first().http();
            String cookie = GenesysDesktop.of(dies, "ana").cookie();
            GenesysDesktop lost = GenesysDesktop.byCookie(dies, cookie).listen("/v2/me/*");
            GenesysDesktop rest = GenesysDesktop.byCookie(lives, cookie).signIn();
            lost.told(message -> message.at("/data/devices/0/userState/state").asText().equals("LoggedIn"));
            GenesysDesktop left = GenesysDesktop.byCookie(lives, cookie).listen("/**");
            Desktop ben = Desktop.of(lives, "ben", "5002");
            rest.dial("5002");
            ben.answer();
            String call = lost.call("Established");
            assertThat(left.call("Established")).isEqualTo(call);
            assertThat(bindings()).hasSize(2).noneMatch(Agent.Binding::lost);

            pair.second().kill();

            assertThat(lost.ended()).succeedsWithin(SOON);
            await().atMost(SOON.multipliedBy(3)).untilAsserted(() -> assertThat(bindings()).singleElement().matches(each -> !each.lost()));
            rest.operate(call, "Hold");
            assertThat(left.call("Held")).isEqualTo(call);
            assertThat(rest.get("/me/calls?fields=*").at("/calls/0/state").asText()).isEqualTo("Held");
            assertThat(rest.get("/me/devices?fields=*").at("/devices/0/userState/state").asText()).isEqualTo("NotReady");
            GenesysDesktop back = GenesysDesktop.byCookie(lives, cookie).listen("/v2/me/calls");
            rest.operate(call, "Retrieve");
            assertThat(back.call("Established")).isEqualTo(call);
            rest.operate(call, "Hangup");
            assertThat(List.of(left.call("Released"), back.call("Released"))).containsOnly(call);
        }
    }

    /** Those of ana's Genesys clients, one for each gateway that has some. */
    private static List<Agent.Binding> bindings() {
        return Ledger.read().agent("ana").session().stream().flatMap(session -> session.bindings().stream())
                .filter(binding -> binding.dialect().equals("genesys")).toList();
    }
}
