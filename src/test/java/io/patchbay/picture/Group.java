package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The frames of one canonical event come together, part 1 to the last, and the numbers of a subject rise (CHOREOGRAPHY A5). */
final class Group {
    private String subject = "";
    private long number;
    private int part;
    private int parts;

    boolean isClosed() {
        return part == parts;
    }

    /** Whether that was the last part. {@code numbers} are those of the groups before. */
    boolean take(JsonNode event, Map<String, Long> numbers) {
        int next = event.path("part").asInt();
        boolean goesOn = !isClosed();
        if (goesOn && !(event.path("subject").asText().equals(subject) && event.path("number").asLong() == number
                && event.path("parts").asInt() == parts && next == part + 1)) {
            throw new Broken("part " + part + " of " + parts + " of " + subject + " " + number + " should go on");
        }
        if (!goesOn) {
            begin(event, next, numbers);
        }
        part = next;
        return isClosed();
    }

    /** What is told of an agent that is no event of its own comes with its last number once more. */
    private void begin(JsonNode event, int next, Map<String, Long> numbers) {
        subject = event.path("subject").asText();
        number = event.path("number").asLong();
        parts = event.path("parts").asInt();
        boolean snapshot = event.path("snapshot").asBoolean();
        long last = numbers.getOrDefault(subject, 0L);
        if (next != 1 || parts < 1 || (snapshot ? number < last : number <= last)) {
            throw new Broken("a group begins with part 1 and a number after " + last);
        }
        numbers.put(subject, number);
    }
}
