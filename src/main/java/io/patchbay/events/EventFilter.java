package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.events.SubscriptionRefusal.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client asks for, before anybody looked at whether it may. Left out means all, or from now on. */
record EventFilter(Optional<List<String>> agents, Optional<List<String>> types, Optional<String> after) {
    static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Set<String> MEMBERS = Set.of("agents", "types", "after");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** The first frame of a WebSocket. A member that is not known is refused: a misspelt one would ask for everything. */
    static EventFilter of(JsonNode frame) throws SubscriptionRefusal {
        JsonNode asked = frame.path("subscribe");
        if (!frame.isObject() || frame.size() != 1 || !asked.isObject()) {
            throw invalid("The first frame is {\"subscribe\":{…}}, with agents, types and after or less inside.");
        }
        for (Map.Entry<String, JsonNode> member : asked.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw invalid("subscribe takes agents, types and after; something else is in it.");
            }
        }
        JsonNode after = asked.path("after");
        if (!after.isMissingNode() && !after.isTextual()) {
            throw invalid("after is a cursor, a string.");
        }
        return new EventFilter(texts(asked, "agents"), texts(asked, "types"), Optional.ofNullable(after.textValue()));
    }

    /** Nothing yet, as its first frame will say it. One whose address says it would wait for what it never gets. */
    static EventFilter unsaid(Map<String, String> query) throws SubscriptionRefusal {
        if (MEMBERS.stream().anyMatch(query::containsKey)) {
            throw invalid("A WebSocket says agents, types and after in its first frame, not in its address.");
        }
        return ALL;
    }

    /** The query of a stream; where it came again after a loss, its last id counts and not what it began with. Names as in a frame. */
    static EventFilter of(Map<String, String> query) throws SubscriptionRefusal {
        if (!query.keySet().stream().allMatch(name -> MEMBERS.contains(name) || name.equals(LAST_EVENT_ID))) {
            throw invalid("The query takes agents, types and after; something else is in it.");
        }
        return new EventFilter(listed(query.get("agents")), listed(query.get("types")),
                Optional.ofNullable(query.getOrDefault(LAST_EVENT_ID, query.get("after"))));
    }

    private static Optional<List<String>> listed(String text) {
        return Optional.ofNullable(text).map(list -> Arrays.stream(list.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList());
    }

    private static Optional<List<String>> texts(JsonNode asked, String name) throws SubscriptionRefusal {
        JsonNode list = asked.path(name);
        if (list.isMissingNode()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            texts.add(each.textValue());
        }
        if (!list.isArray() || texts.contains(null)) {
            throw invalid(name + " is a list of strings.");
        }
        return Optional.of(texts);
    }

    private static SubscriptionRefusal invalid(String message) {
        return new SubscriptionRefusal(Code.INVALID_MESSAGE, message);
    }
}
