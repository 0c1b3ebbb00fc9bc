package io.patchbay.dialect.finesse;

import io.patchbay.model.CommandId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The request ids of an agent's last requests, by their commands. Every notification that a command causes repeats the id. Thread-safe. */
final class RequestIds {
    private static final int KEPT = 256;
    private final Map<CommandId, String> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, String> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void expect(CommandId command, String requestId) {
        last.put(command, requestId);
    }

    /** Empty where the request had none, or another caused it. */
    synchronized String of(CommandId command) {
        return last.getOrDefault(command, "");
    }
}
