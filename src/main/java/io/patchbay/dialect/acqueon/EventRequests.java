package io.patchbay.dialect.acqueon;

import io.patchbay.model.CommandId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The request ids of one connection by the commands they made. The first event of the command takes the id. Thread-safe. */
final class EventRequests {
    private static final int KEPT = 256;

    private final Map<CommandId, String> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, String> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void expect(CommandId command, String requestId) {
        waiting.put(command, requestId);
    }

    synchronized Optional<String> take(CommandId command) {
        return Optional.ofNullable(waiting.remove(command));
    }
}
