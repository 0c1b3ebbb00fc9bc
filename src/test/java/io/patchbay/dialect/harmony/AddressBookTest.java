package io.patchbay.dialect.harmony;

import static io.patchbay.dialect.harmony.Sample.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Agent;
import io.patchbay.model.Presence;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.wire.ConnectionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address book in the documented shape (harmony.md 2.1), as it is and as it changes. */
class AddressBookTest {
    private static final String START = "session.request.incontact.addressbook.start";
    private static final String STOP = "session.request.incontact.addressbook.stop";

    private final Desktop ana = Desktop.started(SampleReplicas.idle());

    private JsonNode ask(String command, String data) {
        return ana.send(command, ana.session(), data);
    }

    private static Agent ready() {
        AgentRules rules = new AgentRules();
        Agent agent = Sample.signedIn().stream()
                .reduce(Agent.SIGNED_OUT, (state, event) -> rules.evolve(state, event, Sample.NOW), (a, b) -> b);
        return rules.evolve(agent, Sample.becomes(Presence.INACTIVE, Presence.READY), Sample.NOW);
    }

    private List<String> updates() {
        return ana.received.stream().filter(f -> f.path("name").asText().equals("session.addressbook.updated"))
                .map(f -> f.at("/data/addressbooks/0/entries/1/properties/state").asText()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {START, "session.request.incontact.addressbook", "session.incontact.addressbook"})
    void the_book_has_agents_queues_and_contacts(String command) {
        ana.presenceWatch.becomes(BEN, ready());
        JsonNode reply = ask(command, "{\"realtime\":false}");
        assertThat(reply.path("result").asText()).isEqualTo("success");
        JsonNode books = reply.at("/data/addressbooks");
        assertThat(books.findValuesAsText("type")).containsSubsequence("agent", "skill", "external");
        assertThat(books.at("/0/entries/1").toString()).isEqualTo("""
            {"name":"Ben","type":"agent","destinations":[{"label":"Extension","value":"5002"}],"properties":{"state":"READY"}}""");
        assertThat(books.at("/0/entries/0/properties/state").asText()).isEqualTo("LOGGEDOUT");
        assertThat(books.at("/1/entries/0").toString()).isEqualTo("""
            {"name":"Sales","type":"skill","destinations":[{"label":"Queue","value":"6001"}],\
            "properties":{"mediaType":"Telephony","numAvailable":1,"numUnavailable":4}}""");
        assertThat(books.at("/2/groups/0/name").asText()).isEqualTo("Suppliers");
        assertThat(books.at("/2/groups/0/entries/0/destinations/0/value").asText()).isEqualTo("+15550170");
        assertThat(books.at("/2/entries/0/type").asText()).isEqualTo("external");
        assertThat(ana.gateway.dispatched).isEmpty();
    }

    @Test
    void in_realtime_it_comes_again_when_somebody_is_another_and_not_otherwise() {
        ask(START, "{\"realtime\":true}");
        ana.presenceWatch.becomes(BEN, ready());
        ana.presenceWatch.becomes(BEN, ready());
        assertThat(updates()).containsExactly("READY");
        JsonNode update = ana.received.get(1);
        assertThat(update.path("target").asText()).isEqualTo(ana.session());
        assertThat(update.path("subject").asText()).isEqualTo("agent/ana");
        assertThat(update.path("snapshot").asBoolean()).isTrue();
    }

    @Test
    void without_realtime_it_does_not_come_again() {
        ask(START, "{}");
        assertThat(ana.presenceWatch.isWatched()).isFalse();
        ana.presenceWatch.becomes(BEN, ready());
        assertThat(updates()).isEmpty();
    }

    @Test
    void after_the_stop_nothing_comes() {
        ask(START, "{\"realtime\":true}");
        assertThat(ask(STOP, "{}").path("result").asText()).isEqualTo("success");
        assertThat(ana.presenceWatch.isWatched()).isFalse();
        assertThat(ask(STOP, "{}").path("result").asText()).isEqualTo("success");
    }

    @Test
    void asked_twice_it_comes_once() {
        ask(START, "{\"realtime\":true}");
        ask(START, "{\"realtime\":true}");
        ana.presenceWatch.becomes(BEN, ready());
        assertThat(updates()).containsExactly("READY");
    }

    @Test
    void whose_connection_is_gone_is_not_kept_up_to_date() {
        ask(START, "{\"realtime\":true}");
        ana.signal(new ConnectionEvent.Closed(ana));
        assertThat(ana.presenceWatch.isWatched()).isFalse();
    }

    @Test
    void who_comes_back_gets_it_as_it_is_then_and_as_it_changes() {
        ask(START, "{\"realtime\":true}");
        ana.signal(new ConnectionEvent.Closed(ana));
        ana.presenceWatch.becomes(BEN, ready());
        ana.received.clear();
        assertThat(ana.text("""
            {"command":"bindSession","data":{"session":{"id":"%s"},"agent":{"id":"ana","password":"ana"},"after":{}}}"""
            .formatted(ana.session())).path("result").asText()).isEqualTo("success");
        assertThat(updates()).containsExactly("READY");
        ana.presenceWatch.becomes(BEN, Agent.SIGNED_OUT);
        assertThat(updates()).hasSize(2);
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(ask(START, "{\"realtime\":\"yes\"}").at("/failure/code").asText()).isEqualTo("INVALID_DATA");
    }
}
