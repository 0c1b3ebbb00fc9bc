package io.patchbay.dialect.harmony;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last request ids of one binding whose commands were accepted, with a digest of each payload. The cells remember them too and for
 * longer; this answers a repeat whose target is gone because the first one worked.
 */
final class AcceptedRequests {
    private static final int KEPT = 64;

    private final Map<String, String> digests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<String> digest(String requestId) {
        return Optional.ofNullable(digests.get(requestId));
    }

    synchronized void add(String requestId, String digest) {
        digests.putIfAbsent(requestId, digest);
    }
}
