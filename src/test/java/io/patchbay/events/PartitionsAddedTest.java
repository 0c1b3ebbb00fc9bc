package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentId;
import io.patchbay.model.Event;
import io.patchbay.model.Subject;
import io.patchbay.testing.LogLines;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both event topics get more partitions while calls run: subjects move to other partitions, and every event arrives once, in order. */
@Timeout(180)
class PartitionsAddedTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Subject ANA = Subject.of(new AgentId("ana"));
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+/1-\\d+)\"");
    private static Feeder feeder;
    private static RunningGateway one;
    private static RunningGateway two;
    private final List<String> told = new ArrayList<>();
    private final List<String> toldAna = new ArrayList<>();

    @BeforeAll
    static void start() {
        feeder = new Feeder();
        one = another();
        two = another();
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        feeder.close();
    }

    private static RunningGateway another() {
        return RunningGateway.start(Map.of("kafka.brokers", feeder.bootstrap()));
    }

    @Test
    @SuppressWarnings("try")
    void open_and_resumed_subscribers_of_all_members_hear_every_event_once_and_in_order() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        EventClient eve = EventClient.subscribed(one.http(), "eve", "{}");
        EventClient ana = EventClient.subscribed(two.http(), "ana", "{}");
        List<String> streamed = stream(two.http());
        String old = eve.cursor();
        try (LogLines lines = new LogLines(log::add)) {
            List<Subject> calls = Stream.generate(feeder::interaction).limit(12).toList();
            calls.forEach(call -> tell(call, 0, 6));
            feeder.addPartitions(7);
            calls.forEach(call -> tell(call, 6, 13));
            Stream.generate(feeder::interaction).limit(12).forEach(call -> tell(call, 0, 13));
            hears(told, eve);
            hears(toldAna, ana);
            await().atMost(LONG).untilAsserted(() -> isAllInOrder(told, streamed));
            assertThat(log.stream().filter(line -> line.contains("have more partitions"))).as("of each member")
                    .hasSizeBetween(2, 4).allMatch(line -> line.contains("cti.agents-3") || line.contains("cti.interactions-3"));
        }
        hears(told, EventClient.subscribed(two.http(), "eve", "{\"after\":\"" + old + "\"}"));
        try (RunningGateway later = another()) {
            hears(told, EventClient.subscribed(later.http(), "eve", "{\"after\":\"" + old + "\"}"));
            hears(toldAna, EventClient.subscribed(later.http(), "ana", "{\"after\":\"" + old + "\"}"));
            EventClient next = EventClient.subscribed(later.http(), "eve", "{\"after\":\"" + eve.cursor() + "\"}");
            tell(feeder.interaction(), 0, 13);
            hears(told.subList(told.size() - 14, told.size()), next);
        }
        Stream.of(eve, ana).forEach(EventClient::drop);
    }

    /** A part of a call that ana lets pass and ben answers, then an event of ana. */
    private void tell(Subject call, int from, int to) {
        List<Event> events = feeder.call("ana", "ben");
        for (int i = from; i < to; i++) {
            told.add(feeder.tell(call, events.get(i)));
            if (i == 3 || i == 4) {
                toldAna.add(told.get(told.size() - 1));
            }
        }
        told.add(feeder.loseBinding(ANA.id()));
        toldAna.add(told.get(told.size() - 1));
    }

    private static void hears(List<String> expected, EventClient client) {
        await().atMost(LONG).untilAsserted(() -> isAllInOrder(expected, client.ids()));
        assertThat(client.frames()).noneMatch(frame -> frame.has("reset"));
    }

    /** The events of each subject are in the order in which they were told. */
    private static void isAllInOrder(List<String> expected, List<String> heard) {
        assertThat(heard).hasSameSizeAs(expected);
        assertThat(bySubject(heard)).isEqualTo(bySubject(expected));
    }

    private static Map<String, List<String>> bySubject(List<String> ids) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        ids.forEach(id -> all.computeIfAbsent(id.substring(0, id.lastIndexOf('/')), any -> new ArrayList<>()).add(id));
        return all;
    }

    /** The ids of the events of a stream of server-sent events, as they come. */
    private static List<String> stream(URI gateway) throws Exception {
        List<String> ids = new CopyOnWriteArrayList<>();
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/events")).header("Accept", "text/event-stream")
                .header("Authorization", EventClient.basic("eve")).build();
        EventClient.HTTP.sendAsync(request, BodyHandlers.ofLines()).thenAccept(answer -> answer.body().forEach(line -> {
            lines.add(line);
            Matcher id = ID.matcher(line);
            if (line.startsWith("data: ") && id.find()) {
                ids.add(id.group(1));
            }
        }));
        await().atMost(LONG).until(() -> lines.stream().anyMatch(line -> line.startsWith("id: ")));
        return ids;
    }
}
