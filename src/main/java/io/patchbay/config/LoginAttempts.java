package io.patchbay.config;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The running password attempts of one name, and their rate. */
final class LoginAttempts {
    private static final int LONGEST = 8;
    private final Map<ByteBuffer, CompletableFuture<Boolean>> inHand = new HashMap<>();
    private final LoginThrottle slowdown;

    LoginAttempts(LoginThrottle slowdown) {
        this.slowdown = slowdown;
    }

    LoginThrottle slowdown() {
        return slowdown;
    }

    /**
     * An equal password joins the running attempt. Another one starts, or is refused if the line is full. An answered attempt has left
     * the line, so the next one is new.
     */
    CompletableFuture<Boolean> join(ByteBuffer digest, Consumer<CompletableFuture<Boolean>> start) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> left = answer.whenComplete((right, error) -> leave(digest));
        synchronized (this) {
            if (inHand.containsKey(digest)) {
                return inHand.get(digest);
            }
            if (inHand.size() >= LONGEST) {
                return CompletableFuture.completedFuture(false);
            }
            inHand.put(digest, left);
        }
        start.accept(answer);
        return left;
    }

    private synchronized void leave(ByteBuffer digest) {
        inHand.remove(digest);
    }
}
