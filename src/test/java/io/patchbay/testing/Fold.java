package io.patchbay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.json.ModelJson;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.publish.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What the topics say each subject is, as a consumer would find out: repeats are dropped, of the rest each event of an era is the one
 * after the last, and anything else is an error that names the gap. A later era goes on with the next number, or begins anew with 1.
 * Of a broker that tests share, give it the records of one's own keys.
 *
 * @param agents       how an agent is moved by an event
 * @param interactions how an interaction is
 */
public record Fold(Evolve<Agent, AgentEvent> agents, Evolve<Interaction, InteractionEvent> interactions) {

    /** The rules' evolve. */
    public interface Evolve<S, E> {
        S evolve(S state, E event, Instant at);
    }

    /** A state with the place it stands for. */
    public record Folded(int era, long number, State state) { }

    /** All of both event topics. */
    public Map<Subject, Folded> events(String bootstrap) {
        return events(Stream.of(Topics.AGENTS, Topics.INTERACTIONS).flatMap(t -> TopicReader.records(bootstrap, t).stream()).toList());
    }

    /** Records of the event topics, those of one subject in their order. */
    public Map<Subject, Folded> events(Collection<ConsumerRecord<String, byte[]>> records) {
        return after(Map.of(), records);
    }

    /** The same for who has these snapshots already. An event that is in one is a repeat. */
    public Map<Subject, Folded> after(Map<Subject, StateSnapshot> snapshots, Collection<ConsumerRecord<String, byte[]>> records) {
        Repeats repeats = new Repeats();
        Map<Subject, Folded> states = new LinkedHashMap<>();
        snapshots.forEach((subject, known) -> {
            repeats.isRepeat(subject + "/" + known.era() + "-" + known.number());
            states.put(subject, new Folded(known.era(), known.number(), known.state()));
        });
        for (ConsumerRecord<String, byte[]> record : records) {
            String id = header(record, "ce_id");
            if (!repeats.isRepeat(id)) {
                Subject subject = subject(record);
                states.put(subject, next(subject, states.get(subject), id, record));
            }
        }
        return states;
    }

    private Folded next(Subject subject, Folded last, String id, ConsumerRecord<String, byte[]> record) {
        String[] place = id.substring(id.lastIndexOf('/') + 1).split("-");
        int era = Integer.parseInt(place[0]);
        long number = Long.parseLong(place[1]);
        boolean begins = number == 1 && (last == null || era > last.era());
        if (!begins && (last == null || number != last.number() + 1)) {
            throw new AssertionError("gap on " + record.topic() + ": " + id + " comes after "
                    + (last == null ? "nothing" : last.era() + "-" + last.number()));
        }
        Event event = read(record, EventTypes.of(header(record, "ce_type")));
        return new Folded(era, number, evolve(begins ? initial(subject) : last.state(), event, Instant.parse(header(record, "ce_time"))));
    }

    private static State initial(Subject subject) {
        return subject.kind() == Subject.Kind.AGENT ? Agent.SIGNED_OUT : Interaction.NEW;
    }

    private State evolve(State state, Event event, Instant at) {
        return event instanceof AgentEvent ofAgent ? agents.evolve((Agent) state, ofAgent, at)
                : interactions.evolve((Interaction) state, (InteractionEvent) event, at);
    }

    /** The latest snapshot of each subject on both state topics; one that a tombstone follows is gone. */
    public static Map<Subject, StateSnapshot> snapshots(String bootstrap) {
        return snapshots(Stream.of(Topics.AGENT_STATE, Topics.INTERACTION_STATE)
                .flatMap(t -> TopicReader.records(bootstrap, t).stream()).toList());
    }

    public static Map<Subject, StateSnapshot> snapshots(List<ConsumerRecord<String, byte[]>> records) {
        Map<Subject, StateSnapshot> latest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                latest.remove(keyed(record));
            } else {
                latest.put(subject(record), read(record, StateSnapshot.class));
            }
        }
        return latest;
    }

    private static Subject keyed(ConsumerRecord<String, byte[]> record) {
        Subject.Kind kind = record.topic().equals(Topics.AGENT_STATE) ? Subject.Kind.AGENT : Subject.Kind.INTERACTION;
        return new Subject(kind, record.key());
    }

    private static Subject subject(ConsumerRecord<String, byte[]> record) {
        return Subject.parse(header(record, "ce_subject"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new AssertionError(record.topic() + "-" + record.partition() + "@" + record.offset() + " has no header " + name);
        }
        return new String(header.value(), UTF_8);
    }

    private static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return ModelJson.text().readValue(record.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(header(record, "ce_id") + " is no " + type.getSimpleName(), e);
        }
    }
}
