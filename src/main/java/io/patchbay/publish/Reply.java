package io.patchbay.publish;

import java.util.Map;

/**
 * What a record of a command is answered with, on {@link Topics#REPLIES}.
 *
 * @param key     as the command had it, not copied; null where it had none
 * @param headers CloudEvents attributes by name
 * @param value   JSON, not copied
 */
public record Reply(byte[] key, Map<String, String> headers, byte[] value) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Reply[" + headers.get("ce_id") + ", " + value.length + " bytes]";
    }
}
