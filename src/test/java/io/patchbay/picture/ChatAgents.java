package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    void act(RandomDesktop desktop, Random random) {
        List<String> chats = desktop.chats();
        if (!chats.isEmpty()) {
            String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
            JsonNode reply = middleware.ask(desktop.agent(), operation,
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
            case "sendMessage" -> random.nextBoolean() ? "{\"text\":\"Hm.\",\"visibility\":\"all\"}"
                    : "{\"text\":\"" + ChatCustomers.FOR_AGENTS + "\",\"visibility\":\"agents\"}";
            case "consult", "invite", "transfer" -> "{\"to\":\"" + DESTINATIONS.get(random.nextInt(DESTINATIONS.size())) + "\"}";
            default -> "{}";
        };
    }
}
