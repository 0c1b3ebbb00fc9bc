package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One client of a transcript: its line, what it knows, and the last frames it heard. */
final class Party {

    private static final int REMEMBERED = 25;

    final String client;
    final FarEnd.Line line;
    final EventRules rules;
    final Deque<JsonNode> heard = new ArrayDeque<>();
    /** False once the connection is closed by either side. */
    boolean present = true;

    Party(String client, FarEnd.Line line) {
        this.client = client;
        this.line = line;
        this.rules = new EventRules(client);
    }

    Optional<JsonNode> next() {
        Optional<JsonNode> frame = line.nextFrame();
        frame.ifPresent(heard::addLast);
        if (heard.size() > REMEMBERED) {
            heard.removeFirst();
        }
        return frame;
    }
}
