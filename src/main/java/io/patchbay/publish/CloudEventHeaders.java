package io.patchbay.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of every event record: CloudEvents 1.0 in the binary mode of Kafka, attributes in {@code ce_} headers.
 *
 * @param node    the name of the publishing member; {@code source} is {@code /patchbay/<node>}
 * @param schemas the absolute URI under which the schema of each type is found, without a slash at its end
 */
public record CloudEventHeaders(String node, String schemas) {
    /**
     * The common headers.
     *
     * @param id unique among the events of this member; a repeat of the same event has the same one
     * @param at with milliseconds
     */
    public Map<String, String> of(String id, String type, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/patchbay/" + node);
        headers.put("ce_type", type);
        headers.put("ce_time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("ce_dataschema", schema(type));
        headers.put("content-type", "application/json");
        return headers;
    }

    /** The absolute URI of the schema of this type. */
    public String schema(String type) {
        return schemas + "/" + type + ".json";
    }
}
