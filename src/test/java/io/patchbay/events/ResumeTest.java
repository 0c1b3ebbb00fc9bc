package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.ContactEvent;
import io.patchbay.model.Event;
import io.patchbay.model.Subject;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever drops and comes back with its cursor has heard what it would have heard without; on this gateway or on another. */
class ResumeTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static Feeder feeder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        feeder = new Feeder();
        gateway = another();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        feeder.close();
    }

    private static RunningGateway another() {
        return RunningGateway.start(Map.of("kafka.brokers", feeder.bootstrap(), "websocket.queue.limit", "256KiB"));
    }

    /** Per subject what was heard, each once. */
    private static Map<String, Set<String>> bySubject(List<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(id -> id.substring(0, id.lastIndexOf('/')), LinkedHashMap::new,
                Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Calls that overlap, with repeats as after a lost acknowledgement. */
    private static void traffic(int calls, Random random) {
        List<Subject> subjects = IntStream.range(0, calls).mapToObj(i -> feeder.interaction()).toList();
        Map<Subject, List<Event>> left = new LinkedHashMap<>();
        Map<Subject, List<Event>> told = new LinkedHashMap<>();
        subjects.forEach(s -> left.put(s, new ArrayList<>(random.nextBoolean() ? feeder.call("ana", "ben") : feeder.call("caro", "ana"))));
        while (!left.isEmpty()) {
            Subject next = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
            Event event = left.get(next).remove(0);
            told.computeIfAbsent(next, s -> new ArrayList<>()).add(event);
            feeder.tell(next, event);
            if (random.nextInt(8) == 0) {
                int from = Math.max(0, told.get(next).size() - 2);
                IntStream.range(from, told.get(next).size()).forEach(i -> feeder.send(next, i + 1, told.get(next).get(i)));
            }
            if (left.get(next).isEmpty()) {
                left.remove(next);
            }
            if (random.nextInt(10) == 0) {
                feeder.loseBinding(random.nextBoolean() ? "ana" : "ben");
            }
        }
    }

    @Test
    void a_subscriber_that_drops_at_any_point_hears_per_subject_what_one_that_never_dropped_heard() {
        Random random = new Random(2026);
        List<String> users = List.of("eve", "ana", "sam");
        Map<String, EventClient> steady = new LinkedHashMap<>();
        users.forEach(user -> steady.put(user, EventClient.subscribed(gateway.http(), user, "{}")));
        Map<String, String> cursors = new LinkedHashMap<>();
        steady.forEach((user, ear) -> cursors.put(user, ear.cursor()));
        Map<String, List<String>> heard = new LinkedHashMap<>();
        users.forEach(user -> heard.put(user, new ArrayList<>()));
        traffic(10, random);
        try (RunningGateway later = another()) {
            CompletableFuture<Void> going = CompletableFuture.runAsync(() -> traffic(10, random));
            Random drops = new Random(1);
            for (int drop = 0; drop < 12; drop++) {
                String user = users.get(drop % users.size());
                session(drops.nextBoolean() ? later : gateway, user, 1 + drops.nextInt(30), cursors, heard.get(user));
            }
            going.join();
            Subject end = feeder.interaction();
            feeder.call("ana", "ben").forEach(event -> feeder.tell(end, event));
            for (String user : users) {
                EventClient reference = steady.get(user);
                String last = user.equals("ana") ? end + "/1-5" : end + "/1-13";
                await().atMost(LONG).until(() -> reference.ids().contains(last));
                EventClient finish = EventClient.subscribed(later.http(), user, "{\"after\":\"" + cursors.get(user) + "\"}");
                // The partitions come in no order among each other, so the last event says nothing of the events of others.
                await().atMost(LONG).until(() -> finish.ids().contains(last)
                        && Stream.concat(heard.get(user).stream(), finish.ids().stream()).collect(Collectors.toSet())
                                .equals(Set.copyOf(reference.ids())));
                heard.get(user).addAll(finish.ids());
                assertThat(bySubject(heard.get(user)).entrySet()).as(user).isEqualTo(bySubject(reference.ids()).entrySet());
                bySubject(heard.get(user)).forEach((subject, ids) ->
                        assertThat(List.copyOf(ids)).isEqualTo(List.copyOf(bySubject(reference.ids()).get(subject))));
                finish.drop();
            }
        }
        steady.values().forEach(EventClient::drop);
    }

    /** Hears about so many events, if that many come soon, and is gone. */
    private static void session(RunningGateway at, String user, int events, Map<String, String> cursors, List<String> heard) {
        EventClient ear = EventClient.subscribed(at.http(), user, "{\"after\":\"" + cursors.get(user) + "\"}");
        long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (ear.events().size() < events && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        ear.drop();
        var kept = List.copyOf(ear.frames());
        kept.stream().filter(frame -> frame.has("specversion")).limit(events).forEach(frame -> {
            heard.add(frame.get("id").asText());
            cursors.put(user, frame.get("cursor").asText());
        });
    }

    private static int subscribers() throws Exception {
        String metrics = EventClient.HTTP.send(HttpRequest.newBuilder(gateway.http().resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
        Matcher gauge = Pattern.compile("patchbay_events_subscribers (\\d+)").matcher(metrics);
        assertThat(gauge.find()).isTrue();
        return Integer.parseInt(gauge.group(1));
    }

    @Test
    void a_slow_subscriber_is_cut_alone_and_resumes_without_a_gap() {
        await().atMost(LONG).until(() -> subscribers() == 0);
        EventClient quick = EventClient.subscribed(gateway.http(), "eve", "{\"types\":[\"cti.interaction.dataChanged\"]}");
        EventClient slow = EventClient.deaf(gateway.http(), "eve", "{\"subscribe\":{\"after\":\"" + quick.cursor() + "\"}}");
        Subject call = feeder.interaction();
        feeder.tell(call, feeder.call("ana", "ben").get(0));
        String long16k = "x".repeat(16_000);
        for (int i = 0; i < 1_200; i++) {
            feeder.tell(call, new ContactEvent.DataChanged(Map.of("text", long16k), List.of()));
        }
        await().atMost(LONG).until(() -> quick.events().size() == 1_200);
        await().atMost(LONG).until(() -> subscribers() == 1);
        slow.read();
        assertThat(slow.closeCode()).isEqualTo(4408);
        assertThat(slow.events().size()).as("what it had").isBetween(1, 1_200);
        List<String> heard = new ArrayList<>(slow.ids());
        EventClient again = EventClient.subscribed(gateway.http(), "eve", "{\"after\":\"" + slow.cursor() + "\"}");
        await().atMost(LONG).until(() -> again.ids().contains(call + "/1-1201"));
        heard.addAll(again.ids());
        assertThat(heard).doesNotHaveDuplicates().hasSize(1_201);
        assertThat(again.isClosed()).isFalse();
        List.of(quick, again).forEach(EventClient::drop);
    }

    @Test
    void a_cursor_older_than_what_is_kept_is_reset_and_goes_on_from_there() throws Exception {
        EventClient before = EventClient.subscribed(gateway.http(), "eve", "{}");
        String old = before.cursor();
        before.drop();
        Subject call = feeder.interaction();
        List<Event> events = feeder.call("ana", "ben");
        events.subList(0, 6).forEach(event -> feeder.tell(call, event));
        forgetAll();
        events.subList(6, 13).forEach(event -> feeder.tell(call, event));
        try (RunningGateway fresh = another()) {
            EventClient eve = EventClient.subscribed(fresh.http(), "eve", "{\"after\":\"" + old + "\"}");
            await().atMost(LONG).until(() -> eve.ids().contains(call + "/1-13"));
            assertThat(eve.frames().get(1).has("reset")).isTrue();
            assertThat(eve.frames().get(1).get("reset").get("cursor")).isEqualTo(eve.frames().get(0).get("subscribed").get("cursor"));
            assertThat(eve.ids()).startsWith(call + "/1-7").hasSize(7);
            EventClient ben = EventClient.subscribed(fresh.http(), "ben", "{\"after\":\"" + old + "\",\"types\":[\"cti.call.*\"]}");
            await().atMost(LONG).until(() -> ben.types().contains("call.connectionCleared"));
            assertThat(ben.types()).as("its beginning is forgotten: what names ben").containsExactly("call.delivered", "call.established",
                    "call.connectionCleared");
            List.of(eve, ben).forEach(EventClient::drop);
        }
    }

    private static void forgetAll() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", feeder.bootstrap()))) {
            Map<TopicPartition, RecordsToDelete> all = IntStream.range(0, 3).boxed()
                    .flatMap(i -> List.of("cti.agents", "cti.interactions").stream().map(topic -> new TopicPartition(topic, i)))
                    .collect(Collectors.toMap(p -> p, p -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
    }

    @Test
    void a_cursor_beyond_the_end_is_reset() {
        EventClient eve = EventClient.subscribed(gateway.http(), "eve", "{}");
        Cursor now = Cursor.parse(eve.cursor()).orElseThrow();
        Cursor beyond = new Cursor(now.incarnation(), now.agents().stream().map(n -> n + 1_000_000).toList(), now.interactions());
        EventClient liar = EventClient.subscribed(gateway.http(), "eve", "{\"after\":\"" + beyond.text() + "\"}");
        await().until(() -> liar.frames().size() > 1);
        assertThat(liar.frames().get(1).has("reset")).isTrue();
        Cursor more = new Cursor(now.incarnation(), now.agents(), List.of(0L, 0L, 0L, 0L, 0L));
        EventClient odd = EventClient.subscribed(gateway.http(), "eve", "{\"after\":\"" + more.text() + "\"}");
        await().until(() -> odd.frames().size() > 1);
        assertThat(odd.frames().get(1).has("reset")).isTrue();
        List.of(eve, liar, odd).forEach(EventClient::drop);
    }
}
