package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Ids;
import io.patchbay.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What requests of random agents were answered, and what the topics must say of it. */
final class Answers {
    private final Set<String> capabilities = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> accepted = new ConcurrentHashMap<>();
    private final Set<String> repeated = ConcurrentHashMap.newKeySet();

    void note(Client client, Request request, JsonNode reply, boolean success) {
        note(command(client, reply.path("requestId").asText()), request.capability(), success);
    }

    /** @param command the id of the first command of the request */
    void note(String command, String capability, boolean success) {
        accepted.put(command, success);
        if (success) {
            came(capability);
        }
    }

    /** It was accepted once more. */
    void came(String capability) {
        capabilities.add(capability);
    }

    /** The first answer to it may be lost: the second one does not say what came of it. */
    void repeated(Client client, String requestId) {
        repeated.add(command(client, requestId));
    }

    /** What was accepted at least once. */
    Set<String> capabilities() {
        return capabilities;
    }

    /** No event on the topics goes back to a request that was refused. Other tests put there what is no event of ours. */
    void checkTopics(String bootstrap) {
        Set<String> causes = new HashSet<>();
        events(bootstrap)
                .flatMap(record -> Stream.ofNullable(record.headers().lastHeader("ce_correlationid")))
                .forEach(cause -> causes.add(new String(cause.value(), StandardCharsets.UTF_8)));
        accepted.keySet().removeAll(repeated);
        assertThat(causes).as("causes of events").containsAnyElementsOf(accepted.keySet());
        causes.removeIf(command -> accepted.getOrDefault(command, true));
        assertThat(causes).as("refused requests that changed something").isEmpty();
    }

    static Stream<ConsumerRecord<String, byte[]>> events(String bootstrap) {
        return Stream.of("cti.agents", "cti.interactions").flatMap(topic -> TopicReader.records(bootstrap, topic).stream());
    }

    /** The command's id (BINDINGS, Details: Harmony). */
    private static String command(Client client, String requestId) {
        return Ids.command(client.agent(), "harmony", client.session(), requestId).value();
    }
}
