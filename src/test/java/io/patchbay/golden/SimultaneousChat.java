package io.patchbay.golden;

import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Middleware;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Customer and agent write in one chat at the same time, a text of its own each time.
 *
 * @param customers  the gateway the customer writes at
 * @param middleware where the agent's messages are given as commands
 * @param written    what was accepted, by customer and agent, in order
 */
record SimultaneousChat(RunningFarEnd customers, Middleware middleware, String agent, String chat, List<List<String>> written) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    SimultaneousChat(RunningFarEnd customers, Middleware middleware, String agent, String chat) {
        this(customers, middleware, agent, chat, List.of(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>()));
    }

    /** Each begins to write so many texts. @return completes when all are answered, or never will be */
    CompletableFuture<Void> goOn(String about, int many) {
        return CompletableFuture.allOf(write("customer on " + about, many, this::customerWrites, written.get(0)),
            write(agent + " on " + about, many, this::agentWrites, written.get(1)));
    }

    private static CompletableFuture<Void> write(String who, int many, Predicate<String> write, List<String> accepted) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= many; i++) {
                if (write.test(who + " " + i)) {
                    accepted.add(who + " " + i);
                }
            }
        }, task -> new Thread(task, who).start());
    }

    /** The platform door has no ids: what was not answered is not asked again, and may have been written or not. */
    private boolean customerWrites(String text) {
        try {
            return customers.platform("/platform/interactions/" + chat,
                Player.parse("{\"action\":\"send\",\"text\":\"" + text + "\"}")).status() == 200;
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    /** A command whose outcome is not known is given again under its id until it is. */
    private boolean agentWrites(String text) {
        return await().atMost(PATIENCE).until(() -> middleware.ask(chat + "-" + text.replace(' ', '-'), agent, "sendMessage",
            "{\"interaction\":\"" + chat + "\"}", "{\"text\":\"" + text + "\"}"),
            reply -> !reply.at("/error/code").asText().equals("UNAVAILABLE")).path("outcome").asText().equals("accepted");
    }
}
