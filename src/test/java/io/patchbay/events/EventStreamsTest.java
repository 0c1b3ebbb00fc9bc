package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Subject;
import io.patchbay.testing.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events of a real gateway. */
@Timeout(60)
class EventStreamsTest {
    private static Feeder feeder;
    private static RunningGateway gateway;

    /** One stream, read block by block. */
    private record Stream(BufferedReader lines) implements AutoCloseable {
        static Stream open(String query, String user, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.http().resolve("/events" + query))
                    .header("Accept", "text/event-stream").header("Authorization", EventClient.basic(user));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            var response = EventClient.HTTP.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
            return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }

        /** The lines of the next block that is no comment. */
        List<String> block() throws IOException {
            List<String> block = new ArrayList<>();
            while (true) {
                String line = lines.readLine();
                if (line == null || line.isEmpty() && !block.isEmpty()) {
                    return block;
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    block.add(line);
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        feeder = new Feeder();
        gateway = RunningGateway.start(Map.of("kafka.brokers", feeder.bootstrap()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        feeder.close();
    }

    @Test
    void an_event_is_a_block_and_its_id_resumes_after_it() throws Exception {
        Subject call = feeder.interaction();
        String last;
        try (Stream ana = Stream.open("?agents=ana&types=cti.call.*,cti.agent.*", "ana")) {
            assertThat(ana.block()).as("where it begins").singleElement().asString().startsWith("id: ");
            feeder.call("ana", "ben").forEach(event -> feeder.tell(call, event));
            List<String> delivered = ana.block();
            assertThat(delivered).hasSize(3);
            assertThat(delivered.get(0)).startsWith("id: ");
            assertThat(delivered.get(1)).isEqualTo("event: cti.call.delivered.v1");
            assertThat(delivered.get(2)).startsWith("data: {\"specversion\":\"1.0\",\"id\":\"" + call + "/1-4\"").endsWith("}}");
            last = delivered.get(0).substring("id: ".length());
        }
        feeder.loseBinding("ana");
        try (Stream again = Stream.open("?after=zzz", "ana", "Last-Event-ID", last)) {
            assertThat(again.block()).containsExactly("id: " + last);
            assertThat(again.block()).contains("event: cti.interaction.offerExpired.v1");
            assertThat(again.block()).contains("event: cti.agent.bindingLost.v1");
        }
    }

    @Test
    void what_does_not_reach_the_door_is_refused_in_its_words() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(gateway.http().resolve("/events")).header("Authorization", EventClient.basic("eve"))
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = EventClient.HTTP.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"INVALID_MESSAGE\",\"message\":\"");
    }

    @Test
    void a_cursor_of_other_topics_is_reset_to_the_oldest_kept() throws Exception {
        Subject call = feeder.interaction();
        feeder.tell(call, feeder.call("ana", "ben").get(0));
        String foreign = new Cursor(12345, List.of(1L), List.of(2L)).text();
        try (Stream eve = Stream.open("?after=" + foreign, "eve")) {
            String begin = eve.block().get(0);
            String cursor = begin.substring("id: ".length());
            assertThat(eve.block()).containsExactly(begin, "event: reset", "data: {\"cursor\":\"" + cursor + "\"}");
            assertThat(eve.block()).hasSize(3);
        }
    }

    @Test
    void a_stream_takes_no_thread_of_those_that_run_routes() throws Exception {
        List<Stream> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(Stream.open("", "eve"));
        }
        for (Stream stream : many) {
            assertThat(stream.block()).as("where it begins").hasSize(1);
        }
        Subject call = feeder.interaction();
        feeder.tell(call, feeder.call("ana", "ben").get(0));
        for (Stream stream : many) {
            assertThat(stream.block()).contains("event: cti.interaction.created.v1");
            stream.close();
        }
    }
}
