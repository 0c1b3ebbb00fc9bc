package io.patchbay.door.session;

import io.patchbay.model.CommandId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of one client without a reply, by the id of their command. The first event with the id finds the request once, or the
 * refusal does. A request without events is forgotten after many later ones. Thread-safe.
 *
 * @param <T> the data for the answer of the dialect
 */
public final class PendingReplies<T> {
    private static final int KEPT = 256;

    private final Map<CommandId, T> requests = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, T> eldest) {
            return size() > KEPT;
        }
    };

    public synchronized void expect(CommandId command, T request) {
        requests.put(command, request);
    }

    public synchronized Optional<T> settle(CommandId command) {
        return Optional.ofNullable(requests.remove(command));
    }
}
