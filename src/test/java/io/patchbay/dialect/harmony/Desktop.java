package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Replicas;
import io.patchbay.door.SignIn;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.Body;
import io.patchbay.model.CommandId;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Rejected;
import io.patchbay.model.SessionId;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desktop on one connection to a Harmony door over a {@link FakeCommandGateway}; a password is right if it is the name. */
final class Desktop implements ClientConnection {
    static final ObjectMapper JSON = new ObjectMapper();
    final List<String> journal = new ArrayList<>();
    final FakeCommandGateway gateway = new FakeCommandGateway(journal);
    final List<Rejected> rejected = new CopyOnWriteArrayList<>();
    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    final FakePresenceWatch presenceWatch = new FakePresenceWatch();
    final HarmonyDoor door;
    Integer closed;
    /** Frames that may be sent before it is busy. */
    volatile int room = Integer.MAX_VALUE;

    Desktop() {
        Directory directory = Sample.directory();
        SignIn signIn = (user, password, origin) ->
                CompletableFuture.completedFuture(directory.agent(new AgentId(user)).filter(entry -> user.equals(password))
                        .<Authentication<AgentEntry>>map(Authentication.Accepted::new).orElseGet(Authentication.Denied::new));
        door = new HarmonyDoor(gateway, signIn, directory, Sample.TERMS, StrictJson.Limits.DEFAULT, Duration.ofMinutes(1), presenceWatch,
                new RateLimit(1_000_000, 1_000_000), rejected::add);
        door.decode(new ConnectionEvent.Opened(this));
    }

    /** Bound and started, with what the replicas hold; the session id is {@link #session}. */
    static Desktop started(Replicas replicas) {
        Desktop desktop = new Desktop();
        desktop.prepare();
        desktop.gateway.replicas = desktop.bound(replicas);
        desktop.send("session.start", desktop.session(), "{}");
        desktop.gateway.dispatched.clear();
        desktop.received.clear();
        desktop.journal.clear();
        return desktop;
    }

    /** The replicas with this desktop's binding, as the session of the agent has it. */
    Replicas bound(Replicas replicas) {
        Agent.Binding binding =
                new Agent.Binding(new SessionId(session()), "harmony", "n1", true);
        Agent agent = replicas.agent();
        return new Replicas(new Agent(
                Optional.of(new Agent.Session(List.of(binding), Duration.ofMinutes(1), Optional.empty(), false)),
                agent.groups(), agent.channels(), agent.work()), replicas.interactions());
    }

    JsonNode prepare() {
        return text("""
            {"command":"prepareSession","data":{"model":"","override":false,"agent":{"id":"ana","password":"ana"}}}""");
    }

    /** Of the first prepareSession of a command gateway. */
    String session() {
        return Ids.part(new CommandId("new-1"), "session");
    }

    JsonNode send(String command, String target, String data) {
        return text("{\"command\":\"" + command + "\",\"target\":\"" + target + "\",\"data\":" + data + "}");
    }

    JsonNode sendWithId(String id, String command, String target, String data) {
        return text("{\"command\":\"" + command + "\",\"target\":\"" + target + "\",\"data\":" + data + ",\"requestId\":\"" + id + "\"}");
    }

    /** The first frame that came back. */
    JsonNode text(String text) {
        return signal(new ConnectionEvent.Frame(this, text));
    }

    JsonNode signal(ConnectionEvent signal) {
        int before = received.size();
        door.decode(signal).thenCompose(gateway::dispatch).thenCompose(door::reply).toCompletableFuture().join();
        return received.size() > before ? received.get(before) : JSON.nullNode();
    }

    Body lastBody() {
        return gateway.dispatched.get(gateway.dispatched.size() - 1).body();
    }

    @Override
    public String id() {
        return "connection";
    }

    @Override
    public String remote() {
        return "test";
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return Optional.empty();
    }

    @Override
    public void send(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            received.add(frame);
            room--;
            journal.add(frame.path("name").asText(frame.path("result").asText()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("sent what is no JSON: " + text, e);
        }
    }

    @Override
    public void close(int code, String reason) {
        closed = code;
        journal.add("close " + code);
    }

    @Override
    public boolean isBusy() {
        return room <= 0;
    }

    @Override
    public boolean isOpen() {
        return closed == null;
    }
}
