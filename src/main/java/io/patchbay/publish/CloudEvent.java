package io.patchbay.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every event record: CloudEvents 1.0 in the binary mode of Kafka, attributes in {@code ce_} headers. */
public final class CloudEvent {
    private CloudEvent() { }

    /**
     * The common headers. @param node the name of the publishing member
     *
     * @param at with milliseconds
     */
    public static Map<String, String> headers(String id, String node, String type, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/patchbay/" + node);
        headers.put("ce_type", type);
        headers.put("ce_time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("content-type", "application/json");
        return headers;
    }
}
