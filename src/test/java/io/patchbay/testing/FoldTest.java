package io.patchbay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Event;
import io.patchbay.model.GroupId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.publish.KafkaRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FoldTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    private static final Subject ANA = Subject.of(new AgentId("fold-test-ana"));
    private static final Subject CALL = Subject.of(new InteractionId("FOLDTESTFOLDTEST"));
    private final EventRecords records = new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas"));
    private final Fold fold = new Fold(FoldTest::withGroup, FoldTest::in);

    @Test
    void events_become_states_whatever_is_repeated() {
        var read = write(List.of(group(1, 1, "a"), group(1, 2, "b"), group(1, 1, "a"), group(1, 2, "b"), group(1, 3, "c"),
                ended(1, 1)));

        var states = fold.events(read);
        assertThat(states).containsOnlyKeys(ANA, CALL);
        assertThat(states.get(ANA)).isEqualTo(new Fold.Folded(1, 3, agent("a", "b", "c")));
        assertThat(states.get(CALL)).isEqualTo(new Fold.Folded(1, 1, Interaction.NEW.in(Interaction.Phase.ENDED)));
    }

    @Test
    void a_gap_is_named() {
        var read = write(List.of(group(1, 1, "a"), group(1, 3, "c")));

        assertThatThrownBy(() -> fold.events(read)).hasMessageContaining("agent/fold-test-ana/1-3").hasMessageContaining("1-1");
        assertThatThrownBy(() -> fold.events(read.subList(1, 2))).hasMessageContaining("nothing");
    }

    @Test
    void a_later_era_goes_on_or_begins_anew_and_an_earlier_one_is_over() {
        assertThat(fold.events(write(List.of(group(1, 1, "a"), group(2, 2, "b"), group(1, 2, "x")))).get(ANA))
                .isEqualTo(new Fold.Folded(2, 2, agent("a", "b")));
        assertThat(fold.events(write(List.of(group(1, 1, "a"), group(2, 1, "b")))).get(ANA))
                .isEqualTo(new Fold.Folded(2, 1, agent("b")));
    }

    @Test
    void the_latest_snapshot_counts_and_a_tombstone_ends_it() {
        StateSnapshot first = new StateSnapshot(1, 1, List.of(), agent("a"));
        StateSnapshot second = new StateSnapshot(1, 2, List.of(), agent("a", "b"));
        StateSnapshot call = new StateSnapshot(1, 1, List.of(), Interaction.NEW);

        var all = List.of(records.snapshot(ANA, first, Instant.EPOCH), records.snapshot(ANA, second, Instant.EPOCH),
                records.snapshot(CALL, call, Instant.EPOCH));
        assertThat(Fold.snapshots(write(all))).containsOnlyKeys(ANA, CALL).containsEntry(ANA, second).containsEntry(CALL, call);
        assertThat(Fold.snapshots(write(Stream.concat(all.stream(), Stream.of(records.tombstone(CALL))).toList()))).containsOnlyKeys(ANA);
    }

    @Test
    void the_rule_in_the_guide_is_the_rule_used_here() throws Exception {
        String guide = Files.readString(Path.of("src/docs/events.md"));
        String rule = guide.substring(guide.indexOf("```java\n") + 8, guide.indexOf("\n```", guide.indexOf("```java\n")));
        assertThat(Path.of("src/test/java/io/patchbay/testing/Repeats.java")).content().contains(rule);
    }

    private KafkaRecord group(int era, long number, String id) {
        return event(ANA, era, number, new AgentEvent.ChannelGroupAdded(new Agent.Group(new GroupId(id), id), List.of()));
    }

    private KafkaRecord ended(int era, long number) {
        return event(CALL, era, number, new ContactEvent.Ended(Cause.REMOTE));
    }

    private KafkaRecord event(Subject subject, int era, long number, Event event) {
        return records.event(subject, era, new Recorded(number, Instant.EPOCH, new CommandId("c-1"), Optional.empty(), event));
    }

    private static Agent agent(String... groups) {
        return new Agent(Optional.empty(), Stream.of(groups).map(g -> new Agent.Group(new GroupId(g), g)).toList(), List.of(), List.of());
    }

    private static Agent withGroup(Agent state, AgentEvent event, Instant at) {
        List<Agent.Group> groups = new ArrayList<>(state.groups());
        groups.add(((AgentEvent.ChannelGroupAdded) event).group());
        return new Agent(state.session(), groups, state.channels(), state.work());
    }

    private static Interaction in(Interaction state, InteractionEvent event, Instant at) {
        return state.in(Interaction.Phase.ENDED);
    }

    /** To the broker and back; gives what is new there. */
    private List<ConsumerRecord<String, byte[]>> write(List<KafkaRecord> batch) {
        List<String> topics = batch.stream().map(KafkaRecord::topic).distinct().toList();
        List<ConsumerRecord<String, byte[]>> before = topics.stream().flatMap(t -> broker.records(t).stream()).toList();
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (KafkaRecord record : batch) {
                ProducerRecord<String, byte[]> out = new ProducerRecord<>(record.topic(), record.key(), record.value());
                record.headers().forEach((name, value) -> out.headers().add(name, value.getBytes(UTF_8)));
                producer.send(out);
            }
        }
        var places = before.stream().map(r -> r.topic() + r.partition() + "@" + r.offset()).toList();
        return topics.stream().flatMap(t -> broker.records(t).stream())
                .filter(r -> !places.contains(r.topic() + r.partition() + "@" + r.offset())).toList();
    }
}
