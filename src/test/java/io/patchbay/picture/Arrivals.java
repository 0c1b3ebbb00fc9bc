package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets events through once all is there that belongs together: the frames of one canonical event, part 1 to the last and unbroken, the
 * numbers of a subject rising (CHOREOGRAPHY A5); or all creation events, to session.initialized (BINDINGS, Harmony).
 */
final class Arrivals {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<JsonNode> waiting = new ArrayList<>();

    /** For each subject the number up to which the client has all. */
    Map<String, Long> numbers() {
        return numbers;
    }

    /** The connection is lost: what is not complete comes again. */
    void lost() {
        waiting.clear();
    }

    /** What can be acted on now, in order. */
    List<JsonNode> take(JsonNode event) {
        boolean snapshot = event.path("snapshot").asBoolean();
        if (!waiting.isEmpty() && waiting.get(0).path("snapshot").asBoolean() != snapshot) {
            throw new ImpossibleFrame("creation events and others are mixed");
        }
        follows(event, snapshot ? lastOf(event.path("subject").asText()) : waiting.isEmpty() ? null : waiting.get(waiting.size() - 1));
        waiting.add(event);
        boolean last = event.path("part").equals(event.path("parts"));
        if (!last || snapshot && !event.path("name").asText().equals("session.initialized")) {
            return List.of();
        }
        List<JsonNode> complete = List.copyOf(waiting);
        complete.forEach(one -> numbers.put(one.path("subject").asText(), one.path("number").asLong()));
        waiting.clear();
        return complete;
    }

    private JsonNode lastOf(String subject) {
        return waiting.stream().filter(one -> one.path("subject").asText().equals(subject)).reduce((first, last) -> last).orElse(null);
    }

    private void follows(JsonNode event, JsonNode before) {
        long last = numbers.getOrDefault(event.path("subject").asText(), 0L);
        boolean good = before == null
                ? event.path("part").asInt() == 1 && event.path("number").asLong() > last
                : event.path("subject").equals(before.path("subject")) && event.path("number").equals(before.path("number"))
                        && event.path("parts").equals(before.path("parts"))
                        && event.path("part").asInt() == before.path("part").asInt() + 1;
        if (!good) {
            throw new ImpossibleFrame("this part does not follow " + (before == null ? "number " + last : before));
        }
    }
}
