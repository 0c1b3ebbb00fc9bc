import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A wallboard in the terminal: queues, agents and contacts, from the topics alone, by the recipe of src/docs/events.md. */
public final class Wallboard implements AutoCloseable {
    private static final List<String> STATES = List.of("cti.directory", "cti.agent-state", "cti.interaction-state", "cti.queue-state");
    private static final List<String> EVENTS = List.of("cti.agents", "cti.interactions", "cti.queues");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, JsonNode> directory = new TreeMap<>();
    private final Map<String, Subject> subjects = new TreeMap<>();
    private int era;

    /** What is known of one agent, interaction or queue: of the first two whether and since when it is signed in, or live. */
    private static final class Subject {
        private long number;
        private boolean known;
        private JsonNode offsets = JSON.createArrayNode();
        private boolean on;
        private String since = "";
        private String medium = "";
        private JsonNode figures = JSON.createObjectNode();
        private final Map<String, ObjectNode> channels = new TreeMap<>();
    }

    /** java -cp 'target/lib/*' src/examples/Wallboard.java [brokers] */
    public static void main(String[] args) throws IOException {
        Wallboard board = new Wallboard(args.length > 0 ? args[0] : "localhost:9092");
        while (true) {
            board.read(Duration.ofSeconds(1));
            System.out.println("\033[H\033[2J" + String.join("\n", board.lines(Instant.now())));
        }
    }

    /** Reads the state topics to their ends, and goes to the first event that a snapshot may lack. */
    Wallboard(String brokers) throws IOException {
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest", "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> states = partitions(STATES);
        List<TopicPartition> events = partitions(EVENTS);
        Map<TopicPartition, Long> first = new HashMap<>(consumer.endOffsets(events));
        long lately = Instant.now().minusSeconds(60).toEpochMilli();
        consumer.offsetsForTimes(events.stream().collect(Collectors.toMap(partition -> partition, partition -> lately)))
                .forEach((partition, found) -> first.merge(partition, found == null ? Long.MAX_VALUE : found.offset(), Math::min));
        consumer.assign(states);
        consumer.seekToBeginning(states);
        Map<TopicPartition, Long> ends = consumer.endOffsets(states);
        while (states.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            read(Duration.ofMillis(100));
        }
        subjects.values().stream().filter(subject -> subject.known).forEach(subject -> subject.offsets.forEach(last ->
                first.merge(partition(last), last.path("offset").asLong() + 1, Math::min)));
        consumer.assign(Stream.concat(states.stream(), events.stream()).toList());
        first.forEach(consumer::seek);
    }

    private List<TopicPartition> partitions(List<String> topics) {
        return topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    private static TopicPartition partition(JsonNode place) {
        return new TopicPartition(place.path("topic").asText(), place.path("partition").asInt());
    }

    /** Takes what comes, and waits at most that long for the first of it. */
    void read(Duration patience) throws IOException {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            if (record.value() == null) {
                gone(record);
            } else if (record.topic().equals("cti.directory")) {
                directory.put(record.key(), JSON.readTree(record.value()));
            } else if (record.topic().endsWith("-state")) {
                snapshot(record, JSON.readTree(record.value()));
            } else {
                event(record, JSON.readTree(record.value()));
            }
        }
    }

    /** The number of a subject is kept, so that its last events do not bring it back. */
    private void gone(ConsumerRecord<String, byte[]> tombstone) {
        directory.remove(tombstone.key());
        subjects.getOrDefault(tombstone.topic().replaceAll("cti[.]|-state", "") + "/" + tombstone.key(), new Subject()).known = false;
    }

    /** The sequence is era and number, such as 000001-000000000042. Null for a record of an era that is over. */
    private Subject subject(ConsumerRecord<String, byte[]> record) {
        int its = Integer.parseInt(header(record, "ce_sequence").split("-")[0]);
        if (its > era) {
            era = its;
            subjects.clear();
        }
        return its < era ? null : subjects.computeIfAbsent(header(record, "ce_subject"), id -> new Subject());
    }

    private void snapshot(ConsumerRecord<String, byte[]> record, JsonNode snapshot) {
        Subject subject = subject(record);
        if (subject == null || snapshot.path("number").asLong() < subject.number) {
            return;
        }
        subject.offsets = snapshot.path("offsets");
        subject.number = snapshot.path("number").asLong();
        subject.known = true;
        JsonNode state = snapshot.path("state");
        subject.medium = state.path("medium").asText();
        switch (record.topic()) {
            case "cti.agent-state" -> {
                subject.channels.clear();
                is(subject, state.has("session"), state.path("since").asText());
                state.path("channels").forEach(channel -> add(subject, channel));
            }
            case "cti.interaction-state" -> is(subject, state.path("phase").asText().equals("live"), state.path("startedAt").asText());
            default -> subject.figures = state;
        }
    }

    /** After a gap nothing is known of an agent or interaction until its next snapshot. Each event of a queue has all figures. */
    private void event(ConsumerRecord<String, byte[]> record, JsonNode data) {
        Subject subject = subject(record);
        long number = Long.parseLong(header(record, "ce_sequence").split("-")[1]);
        if (subject == null || number <= subject.number) {
            return;
        }
        subject.known = data.has("status") || number == subject.number + 1 && (subject.known || number == 1);
        if (subject.known) {
            subject.number = number;
            subject.figures = data.path("status");
            subject.medium = data.path("medium").asText(subject.medium);
            change(subject, header(record, "ce_type"), header(record, "ce_time"), data);
        }
    }

    private static void change(Subject subject, String type, String at, JsonNode data) {
        switch (type) {
            case "cti.agent.sessionStarted.v1" -> is(subject, true, at);
            case "cti.agent.sessionEnded.v1" -> is(subject, false, at);
            case "cti.agent.channelAdded.v1" -> add(subject, data.path("channel"));
            case "cti.agent.channelGroupAdded.v1" -> data.path("channels").forEach(channel -> add(subject, channel));
            case "cti.agent.channelRemoved.v1" -> subject.channels.remove(data.path("channel").asText());
            case "cti.agent.channelStateChanged.v1" -> presence(subject.channels.get(data.path("channel").asText()), data);
            case "cti.interaction.created.v1" -> is(subject, true, at);
            case "cti.interaction.ended.v1" -> is(subject, false, at);
            default -> { }
        }
    }

    private static void add(Subject agent, JsonNode channel) {
        agent.channels.put(channel.path("id").asText(), channel.deepCopy());
    }

    private static void presence(ObjectNode channel, JsonNode data) {
        if (!channel.path("presence").equals(data.path("current"))) {
            channel.set("presence", data.path("current"));
            channel.set("since", data.path("at"));
        }
    }

    private static void is(Subject subject, boolean on, String since) {
        subject.on = on;
        subject.since = since;
    }

    /** What the board shows at that time. */
    List<String> lines(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-16s%8s%9s%9s%6s%9s%7s%11s%10s", "QUEUE", "waiting", "alerting", "longest", "idle", "offered", "taken",
                "abandoned", "given up"));
        of("queue/").forEach((name, queue) -> lines.add(queue(name, queue.figures, now)));
        lines.add("AGENT");
        agents().forEach((name, agent) -> lines.add(agent(name, agent, now)));
        lines.add("CONTACTS");
        Map<String, List<String>> contacts = new TreeMap<>();
        of("interaction/").values().stream().filter(contact -> contact.on)
                .forEach(contact -> contacts.computeIfAbsent(contact.medium, medium -> new ArrayList<>()).add(contact.since));
        contacts.forEach((medium, since) -> lines.add(String.format("%-16s%8d  the longest for %s", medium, since.size(),
                clock(Collections.min(since), now))));
        return lines;
    }

    private Map<String, Subject> of(String kind) {
        Map<String, Subject> found = new TreeMap<>();
        subjects.entrySet().stream().filter(entry -> entry.getKey().startsWith(kind) && entry.getValue().known)
                .forEach(entry -> found.put(entry.getKey().substring(kind.length()), entry.getValue()));
        return found;
    }

    /** Those that were never signed in have no record of their own. */
    private Map<String, Subject> agents() {
        Map<String, Subject> agents = of("agent/");
        directory.values().stream().filter(entry -> List.of("agent", "supervisor").contains(entry.path("role").asText()))
                .forEach(entry -> agents.putIfAbsent(entry.path("agent").asText(), new Subject()));
        return agents;
    }

    private String queue(String name, JsonNode figures, Instant now) {
        JsonNode totals = figures.path("totals");
        return String.format("%-16s%8d%9d%9s%6d%9d%7d%11d%10d", shown("queue", name), figures.path("waiting").asInt(),
                figures.path("alerting").asInt(), clock(figures.path("oldestArrival").asText(), now),
                figures.path("idleAgents").asInt(), totals.path("offered").asInt(),
                totals.path("taken").asInt(), totals.path("abandoned").asInt(), totals.path("returned").asInt());
    }

    private String agent(String name, Subject agent, Instant now) {
        String channels = agent.channels.values().stream().map(channel -> channel.path("medium").asText() + " "
                + channel.path("presence").path("state").asText() + " " + clock(channel.path("since").asText(), now)).sorted()
                .collect(Collectors.joining(", "));
        String session = (agent.on ? "signed in " : "signed out ") + clock(agent.since, now);
        return String.format("%-16s%-22s%s", shown("agent", name), session, channels).stripTrailing();
    }

    /** The display name, if the directory has one. */
    private String shown(String member, String name) {
        return directory.values().stream().filter(entry -> entry.path(member).asText().equals(name))
                .map(entry -> entry.path("displayName").asText()).findFirst().orElse(name);
    }

    private static String clock(String since, Instant now) {
        long seconds = since.isEmpty() ? 0 : Math.max(0, Duration.between(Instant.parse(since), now).toSeconds());
        return since.isEmpty() ? "-" : String.format("%02d:%02d", seconds / 60, seconds % 60);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
