package io.patchbay.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The record that answers a command, on {@link Topics#REPLIES}.
 *
 * @param key     as the command had it, not copied; null where it had none
 * @param headers CloudEvents attributes by name
 * @param value   not copied
 */
public record Reply(byte[] key, Map<String, String> headers, JsonNode value) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Reply[" + headers.get("ce_id") + "]";
    }
}
