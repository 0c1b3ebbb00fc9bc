package io.patchbay.door.session;

import io.patchbay.model.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The last request ids of one client with accepted or running commands, each with a digest of its payload. The cells remember them
 * longer. This memory answers a repeat whose target is gone because the first request worked, also if its answer is still to come at a
 * lost connection. Thread-safe.
 */
public final class AcceptedRequests {
    private static final int KEPT = 64;

    /** @param outcome completes when it is known; a refused request is then forgotten */
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

    /** The first request with this id. */
    public synchronized Optional<Request> first(String requestId) {
        return Optional.ofNullable(requests.get(requestId));
    }

    /** The command of the request is running. */
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

    /** The request was accepted without a command. */
    public synchronized void add(String requestId, String digest) {
        requests.putIfAbsent(requestId, new Request(digest, CompletableFuture.completedFuture(Outcome.accepted())));
    }
}
