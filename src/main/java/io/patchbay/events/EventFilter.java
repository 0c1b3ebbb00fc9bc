package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.events.SubscriptionRefusal.Code;
import io.patchbay.model.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The filter in the request of a client, before any check of its rights. A missing member means all, or from now on. */
record EventFilter(Optional<List<String>> agents, Optional<List<String>> types, Optional<String> after) {
    static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Set<String> MEMBERS = Set.of("agents", "types", "after");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** The first frame of a WebSocket. An unknown member is refused, because a misspelt one would select all events. */
    static EventFilter of(JsonNode frame) throws SubscriptionRefusal {
        JsonNode members = frame.path("subscribe");
        if (!frame.isObject() || frame.size() != 1 || !members.isObject()) {
            throw invalid("The first frame must be {\"subscribe\":{…}} with any of agents, types and after inside.");
        }
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw invalid("The object subscribe allows only the members agents, types and after"
                        + Suggestion.text(member.getKey(), MEMBERS) + ".");
            }
        }
        JsonNode after = members.path("after");
        if (!after.isMissingNode() && !after.isTextual()) {
            throw invalid("The member after must be a string, a cursor.");
        }
        return new EventFilter(texts(members, "agents"), texts(members, "types"), Optional.ofNullable(after.textValue()));
    }

    /** No filter yet; the first frame has it. A filter in the URL is refused, because it would have no effect. */
    static EventFilter unsaid(Map<String, String> query) throws SubscriptionRefusal {
        if (MEMBERS.stream().anyMatch(query::containsKey)) {
            throw invalid("On a WebSocket, put agents, types and after into the first frame, not into the URL.");
        }
        return ALL;
    }

    /** The query of a stream. After a loss the last event id replaces the first cursor. The names equal those of a frame. */
    static EventFilter of(Map<String, String> query) throws SubscriptionRefusal {
        for (String name : query.keySet()) {
            if (!MEMBERS.contains(name) && !name.equals(LAST_EVENT_ID)) {
                throw invalid("The query allows only the parameters agents, types and after" + Suggestion.text(name, MEMBERS) + ".");
            }
        }
        return new EventFilter(listed(query.get("agents")), listed(query.get("types")),
                Optional.ofNullable(query.getOrDefault(LAST_EVENT_ID, query.get("after"))));
    }

    private static Optional<List<String>> listed(String text) {
        return Optional.ofNullable(text).map(list -> Arrays.stream(list.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList());
    }

    private static Optional<List<String>> texts(JsonNode members, String name) throws SubscriptionRefusal {
        JsonNode list = members.path(name);
        if (list.isMissingNode()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            texts.add(each.textValue());
        }
        if (!list.isArray() || texts.contains(null)) {
            throw invalid("The member " + name + " must be an array of strings.");
        }
        return Optional.of(texts);
    }

    private static SubscriptionRefusal invalid(String message) {
        return new SubscriptionRefusal(Code.INVALID_MESSAGE, message);
    }
}
