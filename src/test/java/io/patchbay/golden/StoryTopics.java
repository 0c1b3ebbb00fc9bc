package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Fold;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one gateway wrote to the topics. @param node its name, by which its records are known among those of other tests */
record StoryTopics(Broker broker, String node) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The types of what happened to the subject, in order, without the prefix and the version they share. */
    List<String> types(Subject subject) {
        return records(subject).stream().map(r -> header(r, "ce_type").replaceAll("^cti\\.|\\.v1$", "")).toList();
    }

    /** What an agent did, and what its channel became through it. */
    List<String> day(Subject agent) {
        return records(agent).stream().map(r -> header(r, "ce_type").equals("cti.agent.channelStateChanged.v1")
                ? Library.parse(new String(r.value(), StandardCharsets.UTF_8), "event").at("/current/state").asText()
                : header(r, "ce_type").replaceAll("^cti\\.agent\\.|\\.v1$", "")).toList();
    }

    /** Waits until so many events of the subject are there. */
    StoryTopics awaitEvents(Subject subject, int count) {
        await().atMost(PATIENCE).until(() -> records(subject).size() >= count);
        return this;
    }

    /** Every event once, numbered from 1 without a gap, all of one era. */
    void areNumbered(Subject subject) {
        List<String> ids = records(subject).stream().map(r -> header(r, "ce_id")).toList();
        String first = ids.get(0);
        assertThat(first).matches(subject + "/[0-9]+-1");
        String era = first.substring(0, first.length() - 1);
        assertThat(ids).isEqualTo(IntStream.rangeClosed(1, ids.size()).mapToObj(n -> era + n).toList());
    }

    /** What the events make of the subjects. */
    Map<Subject, Fold.Folded> folded(Subject... subjects) {
        Fold fold = new Fold((Agent s, AgentEvent e, Instant at) -> new AgentRules().evolve(s, e, at),
                (Interaction s, InteractionEvent e, Instant at) -> new InteractionRules().evolve(s, e, at));
        return fold.events(Stream.of(subjects).flatMap(s -> records(s).stream()).toList());
    }

    /** Waits until the last snapshot of the subject is what its events make of it. */
    void awaitSnapshot(Subject subject) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            StateSnapshot last = Fold.snapshots(stateRecords(subject)).get(subject);
            Fold.Folded events = folded(subject).get(subject);
            assertThat(last).as("snapshot of %s", subject).isNotNull();
            assertThat(last.era()).isEqualTo(events.era());
            assertThat(last.number()).isEqualTo(events.number());
            assertThat(last.state()).isEqualTo(events.state());
        });
    }

    /** Waits until a finished interaction's snapshots end in a tombstone. */
    void awaitTombstone(Subject subject) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateRecords(subject)).as("a snapshot, then the tombstone")
                .hasSizeGreaterThanOrEqualTo(2).last().matches(r -> r.value() == null));
    }

    private List<ConsumerRecord<String, byte[]>> stateRecords(Subject subject) {
        return broker.records(subject.kind() == Subject.Kind.AGENT ? "cti.agent-state" : "cti.interaction-state", subject.id());
    }

    private List<ConsumerRecord<String, byte[]>> records(Subject subject) {
        return broker.records(subject.kind() == Subject.Kind.AGENT ? "cti.agents" : "cti.interactions", subject.id()).stream()
                .filter(r -> header(r, "ce_source").equals("/patchbay/" + node)).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
