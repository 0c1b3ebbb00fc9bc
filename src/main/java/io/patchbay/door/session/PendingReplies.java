package io.patchbay.door.session;

import io.patchbay.model.CommandId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of one client that wait for their reply, each by the id of its command: found once, by the first event that carries the id
 * or by the refusal. A request that causes nothing is forgotten when many more came after it. Thread-safe.
 *
 * @param <T> what the dialect needs to answer
 */
final class PendingReplies<T> {
    private static final int KEPT = 256;

    private final Map<CommandId, T> requests = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, T> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void expect(CommandId command, T request) {
        requests.put(command, request);
    }

    synchronized Optional<T> settle(CommandId command) {
        return Optional.ofNullable(requests.remove(command));
    }
}
