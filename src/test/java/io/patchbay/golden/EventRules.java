package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.golden.KnownObjects.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What holds for every frame one client gets, whatever the transcript says (BINDINGS, Harmony; CHOREOGRAPHY A5): events are numbered and
 * stamped, the frames of one canonical event are unbroken and run from part 1 to parts, numbers of a subject rise, the subject is the
 * cell the object lives in, and nothing is told of an object before its creation or after its disposal.
 */
final class EventRules {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final String agent;
    private final KnownObjects known = new KnownObjects();
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Integer> snapshotParts = new HashMap<>();
    private JsonNode open;

    EventRules(String client) {
        agent = "agent/" + Client.agent(client);
    }

    KnownObjects known() {
        return known;
    }

    /** Empty when the frame may come now, else the rule it breaks. */
    Optional<String> broken(JsonNode frame) {
        if (!frame.has("name")) {
            return open == null ? Optional.empty() : Optional.of("a reply breaks the group of " + open);
        }
        return wellFormed(frame).or(() -> subject(frame)).or(() -> frame.path("snapshot").asBoolean() ? snapshot(frame) : group(frame));
    }

    private static Optional<String> wellFormed(JsonNode frame) {
        boolean good = frame.path("number").isIntegralNumber() && frame.path("part").isInt() && frame.path("parts").isInt()
            && frame.path("number").asLong() >= 1 && frame.path("part").asInt() >= 1
            && frame.path("part").asInt() <= frame.path("parts").asInt()
            && TIME.matcher(frame.path("timestamp").asText()).matches();
        return good ? Optional.empty() : Optional.of("number, part, parts and timestamp should be there and well formed");
    }

    private Optional<String> subject(JsonNode frame) {
        Optional<Kind> kind = known.take(frame);
        if (kind.isEmpty()) {
            return Optional.of("the client was never told of " + frame.path("target") + ", or told that it is gone");
        }
        String want = switch (kind.get()) {
            case SESSION, CHANNELGROUP, CHANNEL -> agent;
            case INTERACTION, CONVERSATION -> "interaction/" + KnownObjects.interactionOf(frame, kind.get());
        };
        boolean good = want.equals(frame.path("subject").asText());
        return good ? identifiers(frame) : Optional.of("subject should be " + want + " but is " + frame.path("subject"));
    }

    private static Optional<String> identifiers(JsonNode frame) {
        boolean good = switch (frame.path("name").asText()) {
            case "interaction.created" -> frame.at("/data/interaction/id").asText().matches("[0-9A-Z]{16}");
            case "conversation.created" -> frame.at("/data/conversation/id").asText().matches("[0-9A-F]{32}");
            default -> true;
        };
        return good ? Optional.empty() : Optional.of("interaction ids are 16 of 0-9A-Z, conversation ids 32 upper-case hex digits");
    }

    private Optional<String> group(JsonNode frame) {
        String subject = frame.path("subject").asText();
        long number = frame.path("number").asLong();
        if (open != null) {
            boolean goesOn = open.path("subject").equals(frame.path("subject")) && open.path("number").equals(frame.path("number"))
                && open.path("parts").equals(frame.path("parts")) && open.path("part").asInt() + 1 == frame.path("part").asInt();
            if (!goesOn) {
                return Optional.of("the group is broken after " + open);
            }
        } else if (frame.path("part").asInt() != 1) {
            return Optional.of("a group starts with part 1");
        } else if (number <= last.getOrDefault(subject, 0L)) {
            return Optional.of("number should rise for " + subject + "; the last was " + last.get(subject));
        }
        last.put(subject, number);
        open = frame.path("part").asInt() == frame.path("parts").asInt() ? null : frame;
        return Optional.empty();
    }

    private Optional<String> snapshot(JsonNode frame) {
        String subject = frame.path("subject").asText();
        int part = snapshotParts.merge(subject, 1, Integer::sum);
        if (part != frame.path("part").asInt()) {
            return Optional.of("part of the creation events of " + subject + " should be " + part);
        }
        if (part > 1 && last.get(subject) != frame.path("number").asLong()) {
            return Optional.of("creation events of one subject carry one number");
        }
        last.put(subject, frame.path("number").asLong());
        if (part == frame.path("parts").asInt()) {
            snapshotParts.remove(subject);
        }
        return Optional.empty();
    }
}
