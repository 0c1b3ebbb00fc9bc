package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.wire.CometdUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One agent's Genesys desktop: sends requests, and paints its picture of the notifications it gets. Guarded by itself. */
final class GenesysClient implements AutoCloseable {
    /** The topic that tells the same contacts and calls once more, as the older generation shows them. */
    private static final String OLDER = "/v2/me/interactions";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Stands among the paths of what was told for a read of everything. */
    static final String ALL = "*";

    private final String agent;
    private final URI door;
    private final GenesysDesktop rest;
    private final History history;
    private final List<String> told = new ArrayList<>();
    /** Notifications that came before everything was read. */
    private final List<JsonNode> early = new ArrayList<>();
    private GenesysPicture picture;
    private String failure;
    private int sessions;

    GenesysClient(URI gateway, String agent) {
        this.agent = agent;
        this.history = new History(agent);
        this.door = gateway.resolve("/api/v2/notifications");
        this.rest = GenesysDesktop.of(gateway, agent);
    }

    String agent() {
        return agent;
    }

    /** Begins a CometD session, reads everything and forgets the session before. @param quiet nothing happens meanwhile */
    void listen(boolean quiet) {
        int number;
        synchronized (this) {
            number = ++sessions;
            picture = null;
            early.clear();
            history.add("- shakes hands");
        }
        CometdUser session = new CometdUser(HTTP, door, "").by("Authorization", GenesysDesktop.basic(agent)).handshake();
        heard(number, session.ask(session.subscribe("/**")));
        poll(session, number);
        GenesysPicture read = read(!quiet);
        for (String path : read.resources().keySet().stream().filter(path -> read.resources().get(path).is("Chatting")).toList()) {
            read.log(path, ask("GET", "/me/" + path + "/messages", "").body().path("messages"));
        }
        synchronized (this) {
            told.add(ALL);
            picture = read;
            early.forEach(this::take);
            notifyAll();
        }
    }

    /** What a read of everything says. */
    GenesysPicture read(boolean overlaps) {
        return GenesysPicture.read(ask("GET", "/me?subresources=*", "").body().path("user"), overlaps);
    }

    private void poll(CometdUser session, int number) {
        session.poll().whenComplete((reply, error) -> {
            boolean good = error == null && reply.statusCode() == 200;
            if (!good ? lost(number, error == null ? reply.body() : error.toString()) : heard(number, CometdUser.read(reply.body()))) {
                poll(session, number);
            }
        });
    }

    /** Returns whether there may be more. */
    private synchronized boolean heard(int session, JsonNode messages) {
        for (JsonNode message : messages) {
            if (session != sessions) {
                return false;
            }
            if (message.path("channel").asText().startsWith("/meta/")) {
                if (!message.path("successful").asBoolean()) {
                    return lost(session, message.toString());
                }
            } else if (!message.path("channel").asText().equals(OLDER)) {
                history.add("< " + message.path("data"));
                if (picture == null) {
                    early.add(message.path("data"));
                } else {
                    take(message.path("data"));
                }
            }
        }
        notifyAll();
        return true;
    }

    private synchronized boolean lost(int session, String why) {
        if (session == sessions && failure == null) {
            failure = agent + " gets no more notifications: " + why;
        }
        return false;
    }

    private void take(JsonNode data) {
        try {
            told.add(GenesysPicture.about(data));
            picture.take(data);
        } catch (ImpossibleFrame e) {
            failure = failure != null ? failure : agent + " was told what cannot be: " + e.getMessage() + "\n  " + data;
        }
    }

    /** What it knows. Absent only while it begins to listen. */
    synchronized GenesysPicture picture() {
        return picture;
    }

    /** How much it was told. */
    synchronized int toldCount() {
        return told.size();
    }

    /** The paths of what it was told since, empty ones for the state of the agent. */
    synchronized List<String> toldFrom(int from) {
        return List.copyOf(told.subList(from, told.size()));
    }

    /** Waits until it is told something after so much, or not for long. */
    synchronized void awaitMore(int after, long millis) throws InterruptedException {
        if (told.size() == after && failure == null) {
            wait(millis);
        }
    }

    /** A reply, which has to be JSON with a code. */
    record Reply(int http, JsonNode body) {
        int code() {
            return body.path("statusCode").asInt();
        }
    }

    Reply ask(String method, String path, String body) {
        return asked(method, path, body).join();
    }

    /** @param headers names and values */
    CompletableFuture<Reply> asked(String method, String path, String body, String... headers) {
        history.add("> " + method + " " + path + " " + body + " " + String.join(" ", headers));
        return rest.asked(method, path, body, headers).orTimeout(20, TimeUnit.SECONDS).thenApply(this::reply);
    }

    private Reply reply(HttpResponse<String> response) {
        history.add("= " + response.statusCode() + " " + response.body());
        JsonNode body = CometdUser.read(response.body());
        if (!body.path("statusCode").isInt() || response.statusCode() >= 500
                || (response.statusCode() == 200) != (body.path("statusCode").asInt() == 0)) {
            throw new AssertionError(response.statusCode() + " " + body + history);
        }
        return new Reply(response.statusCode(), body);
    }

    /** Throws what was told and cannot be. */
    synchronized void check() {
        if (failure != null) {
            throw new AssertionError(failure + history);
        }
    }

    History history() {
        return history;
    }

    /** Stops to poll. */
    @Override
    public synchronized void close() {
        sessions++;
    }
}
