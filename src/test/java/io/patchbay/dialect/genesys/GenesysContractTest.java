package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.contract.Posting;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Address;
import io.patchbay.model.Reason;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Genesys over REST with credentials on each request. Requests have no ids. */
class GenesysContractTest extends DoorContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ME = "/api/v2/me";

    @Override
    protected Map<String, String> slow() {
        return Map.of("genesys.requests.burst", "20", "genesys.requests.rate", "5");
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Desk(new Posting(at.http(), user, names));
    }

    @Override
    protected String type() {
        return "cti.agent.channelStateChanged.v1";
    }

    @Override
    protected boolean hasRequestIds() {
        return false;
    }

    @Override
    protected String harmless() {
        return operation(ME, "Dance");
    }

    @Override
    protected String change(Client by, String id) {
        Desk desk = (Desk) by;
        desk.ready = !desk.ready;
        return operation(ME + "/channels/voice", desk.ready ? "Ready" : "NotReady");
    }

    @Override
    protected List<String> unreadable() {
        return Stream.concat(Stream.of("", "{", "[]", "\"\"", "{}", "null", "{\"operationName\":7}", "{\"operationName\":\"Ready\"}}",
                "{\"operationName\":\"Ready\",\"operationName\":\"Ready\"}", "{\"operationName\":null}"),
                Stream.of("/api/v2", "/api/v2/", "/api/v2/me/calls", "/api/v2/me/channels/fax", "/api/v2/channels/voice", "/api/v2/users",
                        "/api/v2/me/devices", "/api/v2/me/chats", "/api/v2/%00", "/api/v2/me/me").map(path -> operation(path, "Ready")))
                .toList();
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        Address phone = Story.address(Story.BEN);
        String device = JSON.createObjectNode().put("operationName", "Dial").set("destination",
                JSON.createObjectNode().put("phoneNumber", "5003")).toString();
        return List.of(operation(ME + "/calls/" + Story.K1, "Hangup"), operation(ME + "/channels/fax", "Ready"),
                ME + "/devices/" + GenesysIds.device(phone) + "/calls\n" + device,
                ME + "/devices/" + phone + "/calls\n" + device, operation("/api/v2/users/ben", "NotReady"));
    }

    @Override
    protected String code(Reason reason) {
        return GenesysStatus.of(reason).name();
    }

    @Override
    protected String tooFast() {
        return GenesysStatus.TOO_FAST.name();
    }

    private static String operation(String path, String name) {
        return path + "\n" + JSON.createObjectNode().put("operationName", name);
    }

    /** A signed-in agent with a voice channel that is not ready. A request is a path and a body, or a body for {@code /me}. */
    private static final class Desk implements Client {
        private final Posting post;
        private boolean ready;

        Desk(Posting post) {
            this.post = post;
            Answer start = ask("{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\"]}");
            if (!start.refusal().isEmpty()) {
                throw new AssertionError(start.text());
            }
        }

        private static String[] parts(String request) {
            return request.startsWith("/") ? request.split("\n", 2) : new String[] {ME, request};
        }

        @Override
        public void send(String request) {
            post.send(parts(request)[0], parts(request)[1]);
        }

        @Override
        public Answer answer() {
            HttpResponse<String> response = post.next();
            assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
            try {
                JsonNode body = JSON.readTree(response.body());
                int code = body.path("statusCode").asInt(-1);
                return new Answer(response.body(), code == 0 ? "" : Stream.of(GenesysStatus.values())
                        .filter(status -> status.code() == code && status.http() == response.statusCode()).map(Enum::name)
                        .findFirst().orElse(response.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(response + " " + response.body(), e);
            }
        }

        @Override
        public void sendAndLeave(String request) {
            post.sendAndLeave(parts(request)[0], parts(request)[1]);
        }

        @Override
        public void close() {
            ask("{\"operationName\":\"EndContactCenterSession\"}");
        }
    }
}
