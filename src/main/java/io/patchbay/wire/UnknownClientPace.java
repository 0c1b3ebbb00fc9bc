package io.patchbay.wire;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down a client that repeats requests for a session that does not exist. The first reply to an address leaves at once. A reply
 * within the pause after another one waits for the pause. No thread waits. Runs on the event loop of the port only.
 */
final class UnknownClientPace {
    private final Vertx vertx;
    private final long pause;
    private final Map<String, Integer> recent = new HashMap<>();

    UnknownClientPace(Vertx vertx, Duration pause) {
        this.vertx = vertx;
        this.pause = pause.toMillis();
    }

    void after(String address, Runnable reply) {
        if (recent.containsKey(address)) {
            vertx.setTimer(pause, timer -> send(address, reply));
        } else {
            send(address, reply);
        }
    }

    private void send(String address, Runnable reply) {
        recent.merge(address, 1, Integer::sum);
        vertx.setTimer(pause, timer -> recent.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1));
        reply.run();
    }
}
