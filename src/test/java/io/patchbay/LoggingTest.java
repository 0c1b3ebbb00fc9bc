package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.LogLines;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator finds in the log of a gateway that serves clients. */
class LoggingTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CORRELATION = Pattern.compile("correlation=([^,}]+)");
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();
    private static LogLines log;
    private static RunningGateway gateway;
    private static Middleware middleware;

    @BeforeAll
    static void start() {
        log = new LogLines(LINES::add);
        gateway = RunningGateway.start(Map.of("kafka.commands.enabled", "true"));
        middleware = new Middleware(gateway.kafka());
    }

    @AfterAll
    static void stop() {
        middleware.close();
        gateway.close();
        log.close();
    }

    @Test
    void each_request_of_each_door_has_one_line() throws Exception {
        request("sim", "POST", "/platform/calls", "{\"from\":\"+15559991\",\"to\":\"sales\"}");
        one("door=in-platform", "operation=POST /platform/calls", "outcome=success", "agent=sim", "command=contactArrived");
        request("sim", "GET", "/platform/calls/0123456789ABCDEF0123456789ABCDEF", "");
        one("door=in-platform", "operation=GET /platform/calls/{}", "outcome=404", "agent=sim");
        request("caro", "GET", "/api/v2/me", "");
        one("door=in-genesys,", "operation=GET /api/v2/me,", "outcome=200", "agent=caro");
        request("caro", "GET", "/finesse/api/User/caro", "");
        one("door=in-finesse", "operation=GET /finesse/api/User/caro", "outcome=200", "agent=caro");
        request("caro", "PUT", "/finesse/api/User/caro", "<User><state>NONSENSE</state></User>");
        one("door=in-finesse", "operation=PUT /finesse/api/User/caro", "outcome=400", "agent=caro");
        request("caro", "POST", "/acqueon", "{\"channel\":\"Cisco\",\"topic\":\"Agent\",\"subtopic\":\"SetReadyState\",\"data\":{}}");
        one("door=in-acqueon-post", "operation=SetReadyState", "agent=caro");
        request("caro", "POST", "/harmony", "{\"command\":\"session.request.logout\",\"target\":\"x\",\"data\":{}}");
        one("door=in-harmony-post", "operation=session.request.logout", "outcome=SESSION_NOT_BOUND", "agent=caro");
        middleware.ask("log-1", "caro", "setReady", "{\"channel\":\"none\"}", "{}");
        one("door=in-commands", "operation=setReady", "agent=caro");
        request("caro", "GET", "/health", "");
        one("door=http", "operation=GET /health", "outcome=200");
        request("caro", "GET", "/nowhere", "");
        one("door=http", "operation=GET /nowhere", "outcome=404");
        request("nobody", "GET", "/finesse/api/User/eve", "");
        one("door=in-finesse", "operation=GET /finesse/api/User/eve", "outcome=401", "agent=,");
    }

    @Test
    void each_line_of_a_desktop_over_tcp_has_one_line_with_its_address() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", gateway.harmonyTcp())) {
            socket.getOutputStream().write("{\"command\":\"no.such\",\"target\":\"x\",\"data\":{}}\nnonsense\n".getBytes());
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        one("door=in-harmony-tcp", "operation=unknown", "outcome=SESSION_NOT_BOUND", "address=127.0.0.1");
        one("door=in-harmony-tcp", "operation=,", "outcome=INVALID_MESSAGE", "address=127.0.0.1");
    }

    @Test
    void a_wrong_password_has_a_line_that_does_not_tell_it() throws Exception {
        HTTP.send(HttpRequest.newBuilder(gateway.http().resolve("/finesse/api/User/ben")).header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString("ben:hunter2".getBytes(StandardCharsets.UTF_8))).build(), BodyHandlers.ofString());
        one("audit sign-in refused", "agent=ben", "door=", "address=127.0.0.1");
        assertThat(with("hunter2")).isEmpty();
    }

    @Test
    void an_agent_leaves_a_line_when_it_signs_in_acts_and_signs_out_and_its_requests_have_the_correlation_of_the_events() {
        try (Desktop dan = Desktop.of(gateway.http(), "dan", "5069")) {
            one("audit agent signed in", "agent=dan", "door=in-harmony", "address=127.0.0.1", "correlation=");
            dan.ready();
            dan.success("session.request.logout", dan.session(), "{}");
        }
        one("audit agent signed out", "agent=dan", "reason=", "correlation=");
        String logout = one("request", "operation=session.request.logout", "door=in-harmony,", "agent=dan", "command=endSession");
        Matcher correlation = CORRELATION.matcher(logout);
        assertThat(correlation.find()).isTrue();
        assertThat(header("cti.agent.sessionEnded.v1", "ce_correlationid")).contains(correlation.group(1));
    }

    @Test
    void a_connection_that_is_lost_has_a_line() {
        Desktop.of(gateway.http(), "ben", "5002").close();
        one("audit connection of an agent lost", "agent=ben", "session=", "correlation=");
        middleware.accepted("ben", "endSession", "{}", "{}");
    }

    @Test
    void what_a_supervisor_does_for_an_agent_is_in_the_audit_log() {
        middleware.accepted("ana", "startSession", "{}", "{}");
        one("audit agent signed in", "agent=ana", "door=in-commands");
        JsonNode reply = middleware.ask("log-2", "sam", "endSession", "{\"onBehalfOf\":\"ana\"}", "{}");
        assertThat(reply.path("outcome").asText()).as(reply.toString()).isEqualTo("accepted");
        one("audit act for another", "agent=sam", "onBehalfOf=ana", "command=endSession", "outcome=success", "correlation=log-2");
    }

    @Test
    void a_subscriber_of_events_has_a_line_and_a_member_has_one() {
        URI door = URI.create("ws" + gateway.http().resolve("/events").toString().substring("http".length()));
        WebSocket socket = HTTP.newWebSocketBuilder().header("Authorization", basic("eve"))
                .buildAsync(door, new WebSocket.Listener() { }).join();
        socket.sendText("{\"subscribe\":{}}", true).join();
        one("door=in-events", "operation=subscribe", "agent=eve");
        socket.abort();
        one("audit user accepted", "agent=eve", "door=/events", "address=127.0.0.1");
        one("MemberLog joined the cluster", "members=");
    }

    /** The only line with all of this. */
    private static String one(String... parts) {
        await().untilAsserted(() -> assertThat(with(parts)).as(String.join(" ", parts)).hasSize(1));
        return with(parts).get(0);
    }

    private static List<String> with(String... parts) {
        return LINES.stream().filter(line -> List.of(parts).stream().allMatch(line::contains)).toList();
    }

    private static List<String> header(String type, String header) {
        return gateway.broker().orElseThrow().records("cti.agents").stream().filter(record -> text(record, "ce_type").equals(type))
                .map(record -> text(record, header)).toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static void request(String user, String method, String path, String body) throws Exception {
        HTTP.send(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", basic(user))
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
