package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.wire.CometdUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Four agents with Genesys desktops and a customer at the platform door: does what a line says, and keeps what each is told. */
final class ChatParties implements AutoCloseable {
    static final Map<String, String> AGENTS = agents();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI gateway;
    private final Map<String, GenesysDesktop> desktops = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    /** All that the customer, and the agent that takes part in nothing, were answered. */
    private final List<String> outside = new ArrayList<>();
    /** For a chat and an agent that had left it when the row ended: the number of its notifications. */
    private final Map<List<String>, Long> over = new LinkedHashMap<>();
    private String chat;
    private int texts;

    ChatParties(URI gateway) {
        this.gateway = gateway;
        AGENTS.forEach((letter, name) -> {
            GenesysDesktop desktop = GenesysDesktop.of(gateway, name).listen("/v2/me/chats");
            desktop.done("/me", "'operationName':'StartContactCenterSession','channels':['chat']");
            desktops.put(letter, desktop);
            seen.put(letter, 0);
        });
    }

    private static Map<String, String> agents() {
        Map<String, String> agents = new LinkedHashMap<>();
        Stream.of("ana", "ben", "caro", "dan").forEach(name -> agents.put(name.substring(0, 1).toUpperCase(Locale.ROOT), name));
        return agents;
    }

    /** The first agent is ready and nobody else is. */
    void begin() {
        AGENTS.keySet().forEach(letter -> ready(letter, letter.equals("A")));
    }

    private void ready(String letter, boolean ready) {
        desktops.get(letter).done("/me/channels/chat", "'operationName':'" + (ready ? "Ready" : "NotReady") + "'");
    }

    void customer(String action) {
        if (action.equals("arrives")) {
            chat = platform("/platform/chats", JSON.createObjectNode().put("nickname", "X").put("queue", "sales"))
                .path("interaction").asText();
            return;
        }
        ObjectNode body = JSON.createObjectNode().put("action", Map.of("writes", "send", "types", "typing", "leaves", "leave").get(action));
        platform("/platform/interactions/" + chat, action.equals("types") ? body.put("on", true) : body.put("text", text(false)));
    }

    /** @param code the statusCode of the reply */
    void agent(String letter, String operation, String target, boolean secret, int code) {
        if (operation.equals("ready")) {
            ready(letter, true);
            return;
        }
        ObjectNode body = JSON.createObjectNode().put("operationName", operation).put("nickname", letter).put("disposition", "sale");
        body.putObject("userData").put("k", "v" + ++texts);
        body.putArray("keys").add("k");
        if (operation.startsWith("Send")) {
            String text = text(secret);
            body.put("text", text).put("url", "http://" + text).put("noticeText", operation.contains("Nickname") ? letter : text);
        }
        if (!target.isEmpty()) {
            body.put("targetPath", target.equals("sales") ? "/queues/sales" : "/users/" + AGENTS.getOrDefault(target, target));
        }
        HttpResponse<String> reply = desktops.get(letter).ask("POST", "/me/chats/" + chat, body.toString());
        assertThat(CometdUser.read(reply.body()).path("statusCode").asInt()).as("%s %s: %s", letter, operation, reply.body())
            .isEqualTo(code);
    }

    private String text(boolean secret) {
        String text = (secret ? "secret" : "open") + "-" + ++texts;
        if (secret) {
            secrets.add(text);
        }
        return text;
    }

    private JsonNode platform(String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", GenesysDesktop.basic("sim"));
        try {
            HttpResponse<String> response = HTTP.send(
                (body == null ? request : request.POST(BodyPublishers.ofString(body.toString()))).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as("%s: %s", path, response.body()).isBetween(200, 201);
            outside.add(response.body());
            return CometdUser.read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the customer sees of the chat now. */
    JsonNode view() {
        return platform("/platform/interactions/" + chat, null);
    }

    /** What this agent was told since the row began, agent D since all rows began. */
    List<JsonNode> told(String letter) {
        List<JsonNode> all = desktops.get(letter).told();
        return all.subList(seen.get(letter), all.size());
    }

    /** The agent that takes part in nothing asks for the chat, in vain. */
    void askFromOutside() {
        for (String path : List.of("/me/chats?fields=*", "/me?subresources=*", "/me/chats/" + chat, "/chats/" + chat + "/messages")) {
            HttpResponse<String> reply = desktops.get("D").ask("GET", path, "");
            assertThat(reply.body()).as(path).doesNotContain(chat);
            outside.add(reply.body());
        }
    }

    /** Whoever is left goes, and the next row begins with what is told from then on. */
    void end() {
        if (!view().path("state").asText().equals("closed")) {
            customer("leaves");
        }
        AGENTS.keySet().stream().filter(letter -> desktops.get(letter).get("/me/chats").path("uris").isEmpty())
            .forEach(letter -> over.put(List.of(letter, chat), notifications(letter, chat)));
        AGENTS.keySet().forEach(letter -> await().atMost(PATIENCE).untilAsserted(() -> {
            for (JsonNode uri : desktops.get(letter).get("/me/chats").path("uris")) {
                desktops.get(letter).ask("POST", uri.asText().replaceFirst("^.*/api/v2", "/me"), "{\"operationName\":\"Complete\"}");
            }
            assertThat(desktops.get(letter).get("/me/chats").path("uris")).isEmpty();
        }));
        Stream.of("A", "B", "C").forEach(letter -> seen.put(letter, desktops.get(letter).told().size()));
    }

    private long notifications(String letter, String of) {
        return desktops.get(letter).told().stream().filter(told -> told.toString().contains(of)).count();
    }

    /** Nobody was told more of a chat after it had left it and the row had ended. */
    void checkNothingCameLater() {
        over.forEach((of, number) -> assertThat(notifications(of.get(0), of.get(1))).as("%s", of).isEqualTo(number));
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Each byte that the customer, the platform door and the agent outside got. */
    String outside() {
        return String.join("\n", outside) + String.join("\n", desktops.get("D").received());
    }

    /** Each byte that this agent was sent as a notification. */
    String received(String letter) {
        return String.join("\n", desktops.get(letter).received());
    }

    @Override
    public void close() {
        desktops.values().forEach(desktop -> {
            desktop.done("/me", "'operationName':'EndContactCenterSession'");
            desktop.close();
        });
    }
}
