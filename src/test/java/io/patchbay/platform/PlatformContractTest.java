package io.patchbay.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.contract.Posting;
import io.patchbay.model.Reason;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The platform door. Requests here are the bodies of calls, or a path and a body. */
class PlatformContractTest extends DoorContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** There is one user; customers are not signed in. */
    @Override
    protected List<String> users() {
        return List.of("sim", "sim");
    }

    @Override
    protected Map<String, String> slow() {
        return Map.of("platform.requests.burst", "20", "platform.requests.rate", "5");
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        Posting post = new Posting(at.http(), user, names);
        return new Client() {
            @Override
            public void send(String request) {
                post.send(path(request), body(request));
            }

            @Override
            public void sendAndLeave(String request) {
                post.sendAndLeave(path(request), body(request));
            }

            @Override
            public Answer answer() {
                HttpResponse<String> response = post.next();
                return new Answer(response.body(), response.statusCode() < 300 ? "" : code(response.body()));
            }

            @Override
            public void close() { }
        };
    }

    private static String path(String request) {
        return request.startsWith("/") ? request.substring(0, request.indexOf(' ')) : "/platform/calls";
    }

    private static String body(String request) {
        return request.startsWith("/") ? request.substring(request.indexOf(' ') + 1) : request;
    }

    private static String code(String body) {
        try {
            return JSON.readTree(body).at("/error/code").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    @Override
    protected String harmless() {
        return "/platform/calls/ffffffffffffffffffffffffffffffff/parties/1 {\"action\":\"hangup\"}";
    }

    @Override
    protected String change(Client by, String id) {
        return "{\"from\":\"+15551234\",\"to\":\"sales\"}";
    }

    @Override
    protected String type() {
        return "cti.interaction.created.v1";
    }

    @Override
    protected List<String> events(String user) {
        return records("cti.interactions").stream().filter(this::counts).map(record -> header(record, "ce_id")).distinct().toList();
    }

    @Override
    protected boolean hasRequestIds() {
        return false;
    }

    @Override
    protected List<String> unreadable() {
        return Corpus.messages("platform");
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        return List.of(harmless(), "/platform/interactions/0000000000000000 {\"action\":\"leave\"}",
                "/platform/interactions/agent%2Fana {\"action\":\"send\",\"text\":\"x\"}");
    }

    @Override
    protected String code(Reason reason) {
        return PlatformCode.of(reason).name();
    }
}
