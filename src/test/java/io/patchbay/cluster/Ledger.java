package io.patchbay.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Subject;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.Fold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the event topics hold, as a consumer that drops repeats reads it; reading it again finds a gap by itself. */
final class Ledger {
    private static final Fold FOLD = new Fold((Agent s, AgentEvent e, Instant at) -> new AgentRules().evolve(s, e, at),
            (Interaction s, InteractionEvent e, Instant at) -> new InteractionRules().evolve(s, e, at));
    private final List<ConsumerRecord<String, byte[]>> records;
    private final Map<Subject, Fold.Folded> states;

    private Ledger(List<ConsumerRecord<String, byte[]>> records) {
        this.records = records;
        this.states = FOLD.events(records);
    }

    static Ledger read() {
        return new Ledger(Stream.of("cti.agents", "cti.interactions")
                .flatMap(topic -> Broker.sharedRecords(topic).stream()).toList());
    }

    /** Reads until it holds every event that one of these clients was told, and every value. */
    static Ledger holding(Collection<Desktop> told, Subject subject, Collection<String> values) {
        Ledger[] last = new Ledger[1];
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
            last[0] = read();
            assertThat(last[0].values(subject)).as("values on the topic").containsAll(values);
            told.forEach(last[0]::holdsWhatWasTold);
        });
        return last[0];
    }

    Fold.Folded at(Subject subject) {
        return states.get(subject);
    }

    Interaction interaction(Subject subject) {
        return (Interaction) states.get(subject).state();
    }

    Agent agent(String name) {
        return (Agent) states.get(new Subject(Subject.Kind.AGENT, name)).state();
    }

    /** Every value that was ever set, in order; one event each, repeats dropped by number. */
    List<String> values(Subject subject) {
        Map<String, ContactEvent.DataChanged> once = new LinkedHashMap<>();
        records.stream().filter(r -> r.key().equals(subject.id()) && header(r, "ce_type").equals("cti.interaction.dataChanged.v1"))
                .forEach(r -> once.putIfAbsent(header(r, "ce_id"), changed(r)));
        return once.values().stream().flatMap(change -> change.set().values().stream()).toList();
    }

    /** No client was told of an event that is not on the topic, and each subject's numbers came in order, each part of a group once. */
    void holdsWhatWasTold(Desktop desktop) {
        Map<String, Long> last = new HashMap<>();
        Map<String, Integer> part = new HashMap<>();
        for (JsonNode event : desktop.events()) {
            String subject = event.path("subject").asText();
            long number = event.path("number").asLong();
            assertThat(number).as("told %s: %s", desktop.agent(), event).isLessThanOrEqualTo(states.get(Subject.parse(subject)).number());
            if (event.path("part").asInt() == 1) {
                assertThat(number).as("after %s: %s", last, event).isGreaterThan(last.getOrDefault(subject, 0L));
            } else {
                assertThat(number).as("in one group: %s", event).isEqualTo(last.get(subject));
                assertThat(event.path("part").asInt()).as("in one group: %s", event).isEqualTo(part.get(subject) + 1);
            }
            last.put(subject, number);
            part.put(subject, event.path("part").asInt());
        }
    }

    private static ContactEvent.DataChanged changed(ConsumerRecord<String, byte[]> record) {
        try {
            return ModelJson.text().readValue(record.value(), ContactEvent.DataChanged.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
