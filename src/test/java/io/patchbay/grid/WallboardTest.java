package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Interaction;
import io.patchbay.model.Presence;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.DirectoryTopic;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.LastEra;
import io.patchbay.publish.Outbound;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.Wallboard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped wallboard, which knows the topics only, shows what the cells of the cluster hold, whenever it begins. */
class WallboardTest {
    private static final List<AgentId> AGENTS = Stream.of("ana", "ben", "caro", "dan", "sam").map(AgentId::new).toList();
    private static final List<QueueName> QUEUES = Stream.of("sales", "support", "empty").map(QueueName::new).toList();
    private static final FarEnds NOBODY = new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO));

    private final AtomicReference<Outbound> outbound = new AtomicReference<>();
    private final List<Wallboard> boards = new ArrayList<>();
    private OwnBroker broker;
    private Cluster cluster;
    private RandomCalls calls;

    @BeforeEach
    void start() throws Exception {
        broker = OwnBroker.start();
        cluster = Cluster.of(2, broker.bootstrap(), real -> {
            outbound.set(real);
            return real;
        });
        calls = new RandomCalls(cluster.member(0), AGENTS, QUEUES.subList(0, 2), 15);
        EventRecords records = new EventRecords(new CloudEventHeaders("m1", "http://localhost:8080/schemas"));
        new DirectoryTopic(KafkaClients.plain(broker.bootstrap()), records, outbound.get()).write(directory(), Instant.now())
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        openQueues();
    }

    @AfterEach
    void stop() {
        boards.forEach(Wallboard::close);
        cluster.close();
        broker.close();
    }

    private static Directory directory() {
        List<AgentEntry> users = AGENTS.stream()
                .map(agent -> new AgentEntry(agent, "u-" + agent, shown(agent.value()), AgentEntry.Role.AGENT,
                List.of(), List.of(), List.of("demo"), List.of())).toList();
        List<QueueEntry> queues = QUEUES.stream().map(queue -> new QueueEntry(queue, "q-" + queue,
                new Address("60" + QUEUES.indexOf(queue)), shown(queue.value()), true)).toList();
        return new Directory(users, queues, new CodeLists(List.of(), List.of(), List.of()), NOBODY);
    }

    private static String shown(String name) {
        return "The " + name;
    }

    @Test
    void it_shows_what_is_true_from_the_first_record_from_the_middle_and_from_the_end() {
        boards.add(new Wallboard(broker.bootstrap()));
        allShowTheTruth();

        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> calls.run(150));
        boards.add(new Wallboard(broker.bootstrap()));
        while (!running.isDone()) {
            boards.forEach(Wallboard::read);
        }
        running.join();
        allShowTheTruth();

        boards.add(new Wallboard(broker.bootstrap()));
        allShowTheTruth();
        calls.run(100);
        allShowTheTruth();

        assertThat(total(Queue.Totals::taken)).as("something was seen").isPositive();
        assertThat(total(Queue.Totals::abandoned)).isPositive();
        assertThat(total(Queue.Totals::returned)).isPositive();
    }

    @Test
    void a_member_is_lost_while_calls_run_and_it_still_shows_what_is_true() {
        boards.add(new Wallboard(broker.bootstrap()));
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> calls.run(80));
        await().atMost(Duration.ofSeconds(20)).until(() -> calls.calls().size() > 8);
        cluster.member(1).terminate();
        boards.add(new Wallboard(broker.bootstrap()));
        running.join();

        allShowTheTruth();
    }

    @Test
    void after_the_loss_of_every_member_it_shows_the_new_era_alone() {
        boards.add(new Wallboard(broker.bootstrap()));
        calls.run(40);
        allShowTheTruth();

        cluster.close();
        cluster = Cluster.of(1, broker.bootstrap(), real -> real, () -> LastEra.read(KafkaClients.plain(broker.bootstrap())));
        openQueues();
        boards.add(new Wallboard(broker.bootstrap()));
        allShowTheTruth();

        new Driver(cluster.member(0)).signIn(AGENTS.get(0), "500", QUEUES.get(0));
        allShowTheTruth();
    }

    private void openQueues() {
        QUEUES.forEach(queue -> new Driver(cluster.member(0)).take(Subject.of(queue), new QueueCommand.Open()));
    }

    private long total(ToLongFunction<Queue.Totals> counter) {
        return QUEUES.stream().mapToLong(queue -> counter.applyAsLong(state(Subject.of(queue), Queue.class).orElseThrow().totals())).sum();
    }

    /** The cells go on by themselves for a while, and the boards after them. */
    private void allShowTheTruth() {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).untilAsserted(() -> {
            boards.forEach(Wallboard::read);
            Instant now = Instant.now();
            List<String> truth = truth(now);
            assertThat(boards).allSatisfy(board -> assertThat(board.lines(now)).isEqualTo(truth));
        });
    }

    private List<String> truth(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("QUEUE            waiting alerting  longest  idle  offered  taken  abandoned  given up");
        QUEUES.stream().sorted((a, b) -> a.value().compareTo(b.value())).forEach(name -> lines.add(line(name, now)));
        lines.add("AGENT");
        AGENTS.forEach(agent -> lines.add(line(agent, now)));
        lines.add("CONTACTS");
        List<Interaction> live = calls.calls().stream().flatMap(call -> state(call.subject(), Interaction.class).stream())
                .filter(Interaction::isLive).toList();
        live.stream().map(contact -> contact.startedAt().orElseThrow()).min(Instant::compareTo).ifPresent(longest ->
                lines.add(String.format("voice           %8d  the longest for %s", live.size(), clock(longest, now))));
        return lines;
    }

    private String line(QueueName name, Instant now) {
        Queue queue = state(Subject.of(name), Queue.class).orElseThrow();
        long alerting = queue.contacts().stream().filter(contact -> contact.offeredTo().isPresent()).count();
        Optional<Instant> oldest = queue.contacts().stream().map(Queue.Contact::arrivedAt).min(Instant::compareTo);
        return String.format("%-16s%8d%9d%9s%6d%9d%7d%11d%10d", shown(name.value()), queue.contacts().size(), alerting,
                oldest.map(arrival -> clock(arrival, now)).orElse("-"), queue.idle().size(), queue.totals().offered(),
                queue.totals().taken(), queue.totals().abandoned(), queue.totals().returned());
    }

    private String line(AgentId name, Instant now) {
        Optional<Agent> agent = state(Subject.of(name), Agent.class);
        String since = agent.flatMap(Agent::since).map(time -> clock(time, now)).orElse("-");
        String session = (agent.filter(Agent::isSignedIn).isPresent() ? "signed in " : "signed out ") + since;
        Optional<Channel> channel = agent.stream().flatMap(state -> state.channels().stream()).findFirst();
        return String.format("%-16s%-22s%s", shown(name.value()), session, channel.map(voice -> "voice " + word(voice.presence()) + " "
                + clock(voice.since(), now)).orElse("")).stripTrailing();
    }

    private static String word(Presence presence) {
        return switch (presence.state()) {
            case INACTIVE -> "inactive";
            case NOT_READY -> "notReady";
            case READY -> "ready";
            case RESERVED -> "reserved";
            case BUSY -> "busy";
            case AFTER_CALL_WORK -> "afterCallWork";
        };
    }

    private static String clock(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        return String.format("%02d:%02d", seconds / 60, seconds % 60);
    }

    private <S> Optional<S> state(Subject subject, Class<S> type) {
        return Optional.ofNullable(cluster.member(0).cell(subject)).map(Cell::state).map(type::cast);
    }
}
