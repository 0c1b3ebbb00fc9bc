package io.patchbay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.contract.Client.Answer;
import io.patchbay.model.Reason;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TryCount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What every door keeps to. A dialect extends this once for each of its doors, in its own package, and says how a client speaks there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DoorContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FLOOD = 100;
    private RunningGateway gateway;
    private GatewayInvariants invariants;

    /** Keys of the gateway under test beyond those every test has. */
    protected Map<String, String> needs() {
        return Map.of();
    }

    /** Keys that let a client do twenty requests at once and five a second; empty where the door has no such limit. */
    protected abstract Map<String, String> slow();

    /** A client of one of the two users. @param names come along wherever the door has a place for them: as headers, as parameters */
    protected abstract Client open(RunningGateway at, String user, List<String> names);

    /** Two of them, of whom neither may touch what is the other's. */
    protected List<String> users() {
        return List.of("ana", "ben");
    }

    /** A request that is answered and changes nothing. It may be refused. */
    protected abstract String harmless();

    /** A request that is accepted and makes one event of {@link #type}. @param id the request's, where the dialect has such ids */
    protected abstract String change(Client by, String id);

    protected String type() {
        return "cti.agent.channelAdded.v1";
    }

    /** Whether a request that comes again under its id takes effect once. */
    protected boolean hasRequestIds() {
        return true;
    }

    /** Texts that are no request, in the way of this dialect. */
    protected abstract List<String> unreadable();

    /** Requests for what is the other's, or nobody's. */
    protected abstract List<String> foreign(Client mine, Client others);

    /** The dialect's code for a reason of the rules, and for a client that asks too fast. */
    protected abstract String code(Reason reason);

    protected String tooFast() {
        return "TOO_MANY_REQUESTS";
    }

    @BeforeAll
    void start() {
        Map<String, String> all = new HashMap<>(needs());
        String node = getClass().getSimpleName().toLowerCase(Locale.ROOT);
        all.put("node.name", node);
        gateway = RunningGateway.start(all);
        invariants = new GatewayInvariants(gateway.http(), node);
    }

    @AfterAll
    void stop() {
        invariants.everyRecordIsWhereItBelongs();
        invariants.close();
        gateway.close();
    }

    @Test
    void what_is_no_request_is_refused_once_and_tells_nothing_and_the_client_goes_on() {
        try (Client client = open(gateway, users().get(0), List.of())) {
            Random random = new Random(4711);
            Stream<String> noise = IntStream.range(0, TryCount.of(20)).mapToObj(n -> noise(random));
            Stream.concat(unreadable().stream(), noise).forEach(text -> isRefused(text, client.ask(text)));
            assertThat(client.ask(change(client, "after-garbage")).refusal()).isEmpty();
        }
        invariants.isWell("garbage");
    }

    @Test
    void what_is_not_the_clients_own_is_refused_and_stays_as_it_is() {
        try (Client mine = open(gateway, users().get(0), List.of()); Client others = open(gateway, users().get(1), List.of())) {
            List<String> before = events(users().get(1));
            assertThat(foreign(mine, others)).isNotEmpty().allSatisfy(request -> isRefused(request, mine.ask(request)));
            assertThat(events(users().get(1))).isEqualTo(before);
            assertThat(others.ask(change(others, "still-mine")).refusal()).isEmpty();
        }
    }

    @Test
    void names_that_come_along_steer_nothing() {
        try (Client client = open(gateway, users().get(0), Corpus.headers())) {
            int before = events(users().get(0)).size();
            assertThat(client.ask(change(client, "smuggled")).refusal()).isEmpty();
            await().atMost(SOON).until(() -> events(users().get(0)).size() == before + 1);
        }
        invariants.everyRecordIsWhereItBelongs();
    }

    @Test
    void the_request_of_a_client_that_leaves_takes_effect_and_nobody_notices() {
        Client leaving = open(gateway, users().get(0), List.of());
        int before = events(users().get(0)).size();
        leaving.sendAndLeave(change(leaving, "leaving"));
        await().atMost(SOON).until(() -> events(users().get(0)).size() == before + 1);
        try (Client other = open(gateway, users().get(1), List.of())) {
            assertThat(other.ask(change(other, "stays")).refusal()).isEmpty();
        }
        open(gateway, users().get(0), List.of()).close();
        invariants.isWell("leaving");
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_comes_again() {
        return Stream.of(hasRequestIds()).filter(has -> has).map(has -> dynamicTest("takes effect once", this::takesEffectOnce));
    }

    /** The member is alone: an event is on its topic before the request is answered. */
    private void takesEffectOnce() {
        try (Client client = open(gateway, users().get(0), List.of())) {
            int before = events(users().get(0)).size();
            String request = change(client, "again");
            Answer first = client.ask(request);
            assertThat(first.refusal()).isEmpty();
            assertThat(client.ask(request).refusal()).isEmpty();
            assertThat(events(users().get(0))).hasSize(before + 1);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_client_that_asks_too_fast() {
        return Stream.of(slow()).filter(keys -> !keys.isEmpty())
                .map(keys -> dynamicTest("is refused, and nobody else", this::isRefusedAlone));
    }

    private void isRefusedAlone() {
        Map<String, String> all = new HashMap<>(needs());
        all.putAll(slow());
        try (RunningGateway slow = RunningGateway.start(all); Client fast = open(slow, users().get(0), List.of());
                Client calm = open(slow, users().get(1), List.of())) {
            List<Answer> answers = new ArrayList<>();
            IntStream.range(0, FLOOD).forEach(n -> fast.send(harmless()));
            boolean other = !users().get(0).equals(users().get(1));
            assertThat(other ? calm.ask(harmless()).refusal() : "").isNotEqualTo(tooFast());
            IntStream.range(0, FLOOD).forEach(n -> answers.add(fast.answer()));
            assertThat(answers).extracting(Answer::refusal).contains(tooFast()).filteredOn(code -> !code.equals(tooFast()))
                    .hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void every_reason_has_a_word() {
        assertThat(Reason.values()).allSatisfy(reason -> assertThat(code(reason)).as(reason.name()).matches("[A-Za-z_]+"));
    }

    private void isRefused(String request, Answer answer) {
        assertThat(answer.refusal()).as("%s: %s", request, answer.text()).matches("[A-Za-z_]+").isNotEqualTo(code(Reason.INTERNAL));
        invariants.tellsNothing(request, answer.text());
    }

    /** The ids of the events of this user's that {@link #change} makes. */
    protected List<String> events(String user) {
        return records("cti.agents").stream().filter(record -> user.equals(record.key())).filter(this::counts)
                .map(record -> header(record, "ce_id")).distinct().toList();
    }

    /** Of this gateway's, and of the type that {@link #change} makes. */
    protected final boolean counts(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_source").equals("/patchbay/" + gateway.gateway().config().node())
                && header(record, "ce_type").equals(type());
    }

    protected final List<ConsumerRecord<String, byte[]>> records(String topic) {
        return gateway.broker().map(own -> own.records(topic)).orElseGet(() -> Broker.sharedRecords(topic));
    }

    protected static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Text that no dialect takes for a request. */
    private static String noise(Random random) {
        return random.ints(1 + random.nextInt(200), '!', 0x2fff).filter(c -> !Character.isISOControl(c))
                .collect(() -> new StringBuilder("~"), StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
