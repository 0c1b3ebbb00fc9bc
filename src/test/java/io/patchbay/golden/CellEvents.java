package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the topics say of one cell until it was over: the events of its interactions, and those of each agent after its sign-in. Names are
 * those of transcripts; ids are numbered where they first appear; times, and members that are false or empty, are left out.
 *
 * @param over    when the last client had heard all
 * @param leftOut events, and members of events, that are not compared
 */
record CellEvents(CellNames names, Instant over, Set<String> leftOut) {

    private static final Pattern ID = Pattern.compile("\\b(?:[0-9A-F]{32}|[0-9A-Z]{16}|[0-9a-f]{16})\\b");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    /** Configuration that an interaction keeps. */
    private static final String TERMS = "terms";
    /** The first time an agent's channel is in a state, which the way of signing in precedes. */
    private static final String SIGNED_IN = "agent.channelStateChanged";

    private record Event(String id, String key, Instant at, String type, JsonNode data) {

        static Event of(ConsumerRecord<String, byte[]> record) {
            return new Event(header(record, "ce_id"), record.key(), Instant.parse(header(record, "ce_time")),
                header(record, "ce_type").replaceFirst("^cti\\.", "").replaceFirst("\\.v1$", ""),
                Player.parse(new String(record.value(), StandardCharsets.UTF_8)));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    /** @return by {@code interactions} and the names of the agents */
    Map<String, List<String>> told(List<ConsumerRecord<String, byte[]>> interactions, List<ConsumerRecord<String, byte[]>> agents) {
        Map<String, List<Event>> byAgent = new LinkedHashMap<>();
        Set<String> works = new LinkedHashSet<>();
        events(agents.stream().filter(record -> record.key().endsWith(names.name("")))).forEach(event -> {
            byAgent.computeIfAbsent(names.incoming(event.key()), agent -> new ArrayList<>()).add(event);
            works.add(event.data().at("/work/interaction").asText());
        });
        Map<String, List<Event>> byInteraction = new LinkedHashMap<>();
        events(interactions.stream().filter(record -> works.contains(record.key()))).forEach(event ->
            byInteraction.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("interactions", lines(byInteraction.values().stream().sorted(Comparator.comparing(of -> of.get(0).at()))
            .flatMap(List::stream).toList()));
        byAgent.forEach((agent, events) -> all.put(agent, lines(afterSignIn(events))));
        return all;
    }

    /** Each once, though a topic may have it twice. */
    private List<Event> events(Stream<ConsumerRecord<String, byte[]>> records) {
        Map<String, Event> all = new LinkedHashMap<>();
        records.filter(record -> record.value() != null).map(Event::of).filter(event -> !event.at().isAfter(over))
            .forEach(event -> all.putIfAbsent(event.id(), event));
        return List.copyOf(all.values());
    }

    private static List<Event> afterSignIn(List<Event> events) {
        int first = 0;
        while (first < events.size() && !events.get(first).type().equals(SIGNED_IN)) {
            first++;
        }
        return events.subList(Math.min(first + 1, events.size()), events.size());
    }

    /** The end of a session completes what is left; that is not the dialect's. */
    private List<String> lines(List<Event> events) {
        Map<String, String> ids = new HashMap<>();
        return events.stream().filter(event -> !leftOut.contains(event.type()) || event.data().path("signedOut").asBoolean())
            .map(event -> event.type() + " " + numbered(names.incoming(text(event.data())), ids)).toList();
    }

    private static String numbered(String text, Map<String, String> ids) {
        return ID.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            ids.computeIfAbsent(found.group(), id -> "#" + (ids.size() + 1))));
    }

    private String text(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().stream().filter(member -> !member.getKey().equals(TERMS) && !leftOut.contains(member.getKey())
                && says(member.getValue())).forEach(member -> parts.add(member.getKey() + " " + text(member.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            node.forEach(element -> parts.add(text(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.asText();
    }

    private static boolean says(JsonNode value) {
        return !(value.isBoolean() && !value.booleanValue() || value.isContainerNode() && value.isEmpty() || value.isNull()
            || value.isTextual() && TIME.matcher(value.textValue()).matches());
    }
}
