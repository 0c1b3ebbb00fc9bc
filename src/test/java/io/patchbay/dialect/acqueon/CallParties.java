package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** The parties of a call as the platform door shows them. */
final class CallParties {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SIM = "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));

    private CallParties() { }

    /** Empty where it takes no part. */
    static String state(URI gateway, String call, String address) {
        return StreamSupport.stream(get(gateway, "/platform/calls/" + call).path("parties").spliterator(), false)
                .filter(party -> party.path("address").asText().equals(address)).map(party -> party.path("state").asText())
                .findFirst().orElse("");
    }

    private static JsonNode get(URI gateway, String path) {
        try {
            return CiscoClient.tree(HTTP.send(HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", SIM).build(),
                    BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
