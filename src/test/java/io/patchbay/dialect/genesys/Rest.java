package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * One REST client below {@code /api/v2} that sends what it is told to and keeps no cookie. Every reply must be JSON with a statusCode and
 * no other media type.
 *
 * @param headers name and value in turn
 */
record Rest(URI gateway, String... headers) {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A reply. */
    record Reply(HttpResponse<String> response, JsonNode body) {
        int http() {
            return response.statusCode();
        }

        int code() {
            return body.path("statusCode").asInt(-1);
        }

        /** The token of the session that began with this request. */
        Optional<String> cookie() {
            return response.headers().firstValue("Set-Cookie").map(header -> header.replaceFirst("^JSESSIONID=([^;]*);.*$", "$1"));
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    static Rest basic(URI gateway, String user) {
        return new Rest(gateway, "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Rest cookie(URI gateway, String token) {
        return new Rest(gateway, "Cookie", "JSESSIONID=" + token);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    /** An operation without parameters, which must be accepted. */
    Reply done(String path, String operation) {
        return accepted(path, "{'operationName':'" + operation + "'}");
    }

    Reply accepted(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.body().toString()).isEqualTo("{\"statusCode\":0}");
        assertThat(reply.http()).isEqualTo(200);
        return reply;
    }

    Reply send(String method, String path, String body) {
        HttpResponse<String> response = raw(method, path, body);
        try {
            JsonNode json = JSON.readTree(response.body());
            assertThat(json.path("statusCode").isInt()).as(response.body()).isTrue();
            assertThat(json.has("statusMessage")).as(response.body()).isEqualTo(json.path("statusCode").asInt() % 7 != 0);
            return new Reply(response, json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(response + " " + response.body(), e);
        }
    }

    HttpResponse<String> raw(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/api/v2" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(response.headers().allValues("Content-Type")).as("%s %s", method, path).containsExactly("application/json");
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
