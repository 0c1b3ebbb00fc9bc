package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.picture.PictureObject.Kind;
import io.patchbay.testing.Middleware;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What agents do in chats that Harmony has no request for, by commands through Kafka. @param done the operations accepted so far */
record ChatAgents(Middleware middleware, Set<String> done) {
    private static final List<String> OPERATIONS =
            List.of("sendMessage", "consult", "consult", "invite", "conference", "transfer", "leave", "endContact");
    private static final List<String> DESTINATIONS = List.of("5001", "5002", "5003", "5069", "6001", "6002");
    private static final Set<String> REFUSALS = Set.of("UNKNOWN", "WRONG_STATE", "INVALID_DATA", "NOT_AVAILABLE", "NOT_SIGNED_IN");

    ChatAgents(Middleware middleware) {
        this(middleware, ConcurrentHashMap.newKeySet());
    }

    /** In one of the chats the agent's desktop shows, whatever it stands. */
    void act(Client client, Random random) {
        List<String> chats;
        synchronized (client) {
            chats = client.picture().things().entrySet().stream().filter(entry -> entry.getValue().kind == Kind.INTERACTION
                    && entry.getValue().facts.get("type").equals("Chat")).map(entry -> last(entry.getKey())).toList();
        }
        if (!chats.isEmpty()) {
            String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
            JsonNode reply = middleware.ask(client.agent(), operation,
                    "{\"interaction\":\"" + chats.get(random.nextInt(chats.size())) + "\"}", arguments(operation, random));
            if (reply.path("outcome").asText().equals("accepted")) {
                done.add(operation);
            } else {
                assertThat(reply.at("/error/code").asText()).as("%s", reply).isIn(REFUSALS);
            }
        }
    }

    private static String arguments(String operation, Random random) {
        return switch (operation) {
            case "sendMessage" -> "{\"text\":\"Hm.\",\"visibility\":\"" + (random.nextBoolean() ? "all" : "agents") + "\"}";
            case "consult", "invite", "transfer" -> "{\"to\":\"" + DESTINATIONS.get(random.nextInt(DESTINATIONS.size())) + "\"}";
            default -> "{}";
        };
    }

    private static String last(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
