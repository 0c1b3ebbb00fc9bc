package io.patchbay.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.config.Configuration;
import io.patchbay.config.Credentials;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The platform door on the demo directory, before a switch without a grid: what its route does, without the route. */
final class PlatformDoorFixture implements AutoCloseable {
    static final Configuration DEMO = Configuration.load(Path.of("config/gateway.properties"), Map.of(), new Properties());
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeSwitch far = new FakeSwitch();
    final Credentials credentials = new Credentials(DEMO.directory(), DEMO.gateway().login());
    final PlatformDoor door;

    PlatformDoorFixture() {
        this(new RateLimit(100_000, 1));
    }

    PlatformDoorFixture(RateLimit limit) {
        door = new PlatformDoor(DEMO.gateway(), DEMO.directory().directory(), credentials::authenticate, far, far, far, far, limit,
                rejected -> { });
    }

    record Reply(int status, JsonNode body, Map<String, String> headers) {
        String code() {
            return body.path("error").path("code").asText();
        }

        String message() {
            return body.path("error").path("message").asText();
        }

        String text(String member) {
            return body.path(member).asText();
        }
    }

    Reply ask(HttpRequest ask) {
        HttpResponse answer = door.decode(ask).thenCompose(far::dispatch).thenCompose(this::reply).toCompletableFuture().join();
        return new Reply(answer.status(), tree(answer.body()),
                answer.headers().stream().collect(Collectors.toMap(HttpHeader::name, HttpHeader::value)));
    }

    private CompletionStage<HttpResponse> reply(CompletedCommand<PlatformReply> answered) {
        return door.reply(answered);
    }

    Reply post(String path, String body) {
        return ask(new HttpRequest("POST", path, Map.of(), sim(), body.replace('\'', '"')));
    }

    Reply get(String path) {
        return ask(new HttpRequest("GET", path, Map.of(), sim(), ""));
    }

    Reply callsOf(String party) {
        return ask(new HttpRequest("GET", "/platform/calls", Map.of("party", party), sim(), ""));
    }

    static Optional<BasicCredentials> sim() {
        return Optional.of(new BasicCredentials("sim", "sim"));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    @Override
    public void close() {
        credentials.close();
    }
}
