package io.patchbay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a topic of events: a CloudEvent in binary mode. What is no CloudEvent has empty attributes.
 *
 * @param attributes the headers of CloudEvents without {@code ce_}, by name
 * @param data       the value; missing for a tombstone
 */
record PrintedEvent(Map<String, String> attributes, JsonNode data) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "ce_";
    private static final String OURS = "cti.";

    static PrintedEvent of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new PrintedEvent(attributes, read(record.value()));
    }

    private static JsonNode read(byte[] value) {
        try {
            return value == null ? JsonNodeFactory.instance.missingNode() : JSON.readTree(value);
        } catch (IOException e) {
            return JsonNodeFactory.instance.textNode("a value that is not JSON");
        }
    }

    /** Without {@code cti.} and the version: {@code call.held}. */
    String type() {
        String type = attribute("type");
        return (type.startsWith(OURS) ? type.substring(OURS.length()) : type).replaceFirst("\\.v[0-9]+$", "");
    }

    String subject() {
        return attribute("subject");
    }

    boolean concerns(String agent) {
        return subject().equals("agent/" + agent)
                || data.findValues("agent").stream().anyMatch(named -> named.asText().equals(agent))
                || data.findValues("by").stream().anyMatch(named -> named.asText().equals(agent));
    }

    /** For people: time, subject, number, type, data. */
    String line() {
        return String.join(" ", attribute("time"), subject(), "#" + place(), type(), data.toString());
    }

    /** Era and number without their leading zeros: {@code 1-4}. */
    private String place() {
        return attribute("sequence").replaceAll("\\b0+(?=[0-9])", "");
    }

    /** The CloudEvent in structured mode. */
    String json() {
        ObjectNode event = JSON.createObjectNode();
        attributes.forEach(event::put);
        event.set("data", data.isMissingNode() ? JsonNodeFactory.instance.nullNode() : data);
        return event.toString();
    }

    private String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
