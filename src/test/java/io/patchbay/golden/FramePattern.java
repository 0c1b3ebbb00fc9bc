package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a frame with what a transcript says. Members and arrays are exact, with two exceptions: the data objects of events may have
 * members that are not listed (BINDINGS, Harmony), and the data of {@code state.updated} is a set. The members every event has
 * (subject, number, part, parts, timestamp) are compared only where the transcript names them; {@link EventRules} checks them.
 */
final class FramePattern {

    private static final Set<String> OF_EVERY_EVENT = Set.of("subject", "number", "part", "parts", "timestamp");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Map<String, Pattern> WRITTEN = Map.of("$time", TIME, "$seconds", Pattern.compile("\\d{1,9}"),
        "$hex16", Pattern.compile("[0-9a-f]{16}"), "$hex32", Pattern.compile("[0-9a-f]{32}"),
        "$uuid", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        "$stamp", Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000"));
    /** 2001-09-09 in milliseconds: a time in seconds is below. */
    private static final long EARLIEST = 1_000_000_000_000L;
    private static final Pattern INTERNALS = Pattern.compile("Exception|\\bat [a-z]+\\.|\\b(java|com|io|org)\\.[a-z]+\\.");

    private final Names names;

    FramePattern(Names names) {
        this.names = names;
    }

    /** Empty when it matches, else the first difference, starting with the path of the member. */
    Optional<String> difference(String client, JsonNode want, JsonNode got) {
        if (!want.has("messageType")) {
            return compare(client, "", want, got, false);
        }
        for (String name : allNames(want, got)) {
            boolean free = OF_EVERY_EVENT.contains(name) && !want.has(name);
            Optional<String> difference = free ? Optional.empty() : member(client, name, want, got);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> member(String client, String name, JsonNode want, JsonNode got) {
        if (name.equals("data") && want.path("data").isArray()) {
            return sameSet(want.path("data"), got.path("data"));
        }
        return compare(client, "." + name, want.path(name), got.path(name), name.equals("data"));
    }

    private static Optional<String> sameSet(JsonNode want, JsonNode got) {
        if (!got.isArray()) {
            return differs(".data", want, got);
        }
        Set<JsonNode> wanted = new HashSet<>();
        want.forEach(wanted::add);
        Set<JsonNode> found = new HashSet<>();
        got.forEach(found::add);
        return found.size() == got.size() && wanted.equals(found) ? Optional.empty() : differs(".data (a set)", want, got);
    }

    private Optional<String> compare(String client, String path, JsonNode want, JsonNode got, boolean mayHaveMore) {
        if (want.isTextual() && want.textValue().contains("$")) {
            return text(client, path, want.textValue(), got);
        }
        if (want.isObject() && got.isObject()) {
            return members(client, path, want, got, mayHaveMore && !path.equals(".data.interaction.data"));
        }
        if (want.isArray() && got.isArray() && want.size() == got.size()) {
            return elements(client, path, want, got, mayHaveMore);
        }
        return want.equals(got) ? Optional.empty() : differs(path, want, got);
    }

    private Optional<String> members(String client, String path, JsonNode want, JsonNode got, boolean mayHaveMore) {
        for (String name : mayHaveMore ? allNames(want, want) : allNames(want, got)) {
            Optional<String> difference = compare(client, path + "." + name, want.path(name), got.path(name), mayHaveMore);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> elements(String client, String path, JsonNode want, JsonNode got, boolean mayHaveMore) {
        for (int i = 0; i < want.size(); i++) {
            Optional<String> difference = compare(client, path + "[" + i + "]", want.get(i), got.get(i), mayHaveMore);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String client, String path, String want, JsonNode got) {
        return switch (want) {
            case "$*" -> got.isMissingNode() ? differs(path, want, got) : Optional.empty();
            case "$any" -> Optional.empty();
            case "$none" -> got.isMissingNode() || got.isNull() || got.asText().isEmpty() && got.isTextual()
                ? Optional.empty() : differs(path, want, got);
            case "$millis" -> got.isIntegralNumber() && got.longValue() > EARLIEST ? Optional.empty() : differs(path, want, got);
            case "$time", "$seconds", "$hex16", "$hex32", "$uuid", "$stamp" -> got.isTextual()
                && WRITTEN.get(want).matcher(got.textValue()).matches()
                ? Optional.empty() : differs(path, want, got);
            case "$text" -> got.isTextual() && !got.asText().isBlank() && !INTERNALS.matcher(got.asText()).find()
                ? Optional.empty() : differs(path, "a text for people, without internals", got);
            default -> capture(client, want, captured(want, got)) ? Optional.empty() : differs(path, want, got);
        };
    }

    /** What a placeholder may stand for, null if it is of another type. */
    private static String captured(String want, JsonNode got) {
        boolean fits = Names.NUMBER.matcher(want).matches() ? got.isIntegralNumber() : got.isTextual();
        return fits ? got.asText() : null;
    }

    private boolean capture(String client, String want, String got) {
        Optional<String> known = names.known(client, want);
        return known.isPresent() ? known.get().equals(got) : captureNew(client, want, got);
    }

    private boolean captureNew(String client, String want, String got) {
        StringBuilder regex = new StringBuilder();
        Map<String, Integer> groups = new LinkedHashMap<>();
        Matcher placeholder = Names.PLACEHOLDER.matcher(want);
        int at = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(want.substring(at, placeholder.start())));
            String key = Names.key(client, placeholder);
            Optional<String> known = names.get(key);
            if (known.isPresent()) {
                regex.append(Pattern.quote(known.get()));
            } else if (groups.containsKey(key)) {
                regex.append('\\').append(groups.get(key));
            } else {
                groups.put(key, groups.size() + 1);
                regex.append("([A-Za-z0-9_-]+)");
            }
            at = placeholder.end();
        }
        Matcher found = Pattern.compile(regex.append(Pattern.quote(want.substring(at))).toString()).matcher(got == null ? "" : got);
        if (got == null || !found.matches()) {
            return false;
        }
        groups.forEach((key, group) -> names.put(key, found.group(group)));
        return true;
    }

    private static Set<String> allNames(JsonNode one, JsonNode other) {
        Set<String> all = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(all::add);
        if (one != other) {
            other.fieldNames().forEachRemaining(all::add);
        }
        return all;
    }

    private static Optional<String> differs(String path, Object want, JsonNode got) {
        return Optional.of((path.isEmpty() ? "frame" : path.substring(1)) + " should be " + want + " but is "
            + (got.isMissingNode() ? "missing" : got));
    }
}
