package io.patchbay.door.session;

import io.patchbay.model.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The last request ids of one client whose commands were accepted or are on their way, with a digest of each payload. The cells remember
 * them too and for longer; this answers a repeat whose target is gone because the first one worked, also where the first one's answer is
 * still to come at a connection that was lost. Thread-safe.
 */
public final class AcceptedRequests {
    private static final int KEPT = 64;

    /** @param outcome completes when it is known; what is not accepted is forgotten then */
    public record Request(String digest, CompletableFuture<Outcome> outcome) {
        public boolean has(String payloadDigest) {
            return digest.equals(payloadDigest);
        }
    }

    private final Map<String, Request> requests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Request> eldest) {
            return size() > KEPT;
        }
    };

    /** The request that came first under this id. */
    public synchronized Optional<Request> first(String requestId) {
        return Optional.ofNullable(requests.get(requestId));
    }

    /** Its command is on its way. */
    synchronized void sent(String requestId, String digest) {
        requests.putIfAbsent(requestId, new Request(digest, new CompletableFuture<>()));
    }

    void settled(String requestId, Outcome outcome) {
        Request request;
        synchronized (this) {
            request = outcome.isAccepted() ? requests.get(requestId) : requests.remove(requestId);
        }
        if (request != null) {
            request.outcome().complete(outcome);
        }
    }

    /** It was accepted without a command. */
    public synchronized void add(String requestId, String digest) {
        requests.putIfAbsent(requestId, new Request(digest, CompletableFuture.completedFuture(Outcome.accepted())));
    }
}
