package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An operation among agents of certain dialects. What an agent is to be told depends on its role and its own dialect only. */
record MatrixCell(MatrixOperation operation, Map<String, MatrixDialect> dialects) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String name() {
        return operation.name() + ", " + dialects.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    }

    /** Roles that would have to do what their dialect has no request for, with what that is: {@code ana dial}. */
    Set<String> impossible() {
        Set<String> all = new LinkedHashSet<>();
        operation.steps().stream().filter(step -> step.has("by"))
            .filter(step -> request(step).isMissingNode())
            .forEach(step -> all.add(step.get("by").asText() + " " + step.get("does").asText()));
        return all;
    }

    private JsonNode request(JsonNode step) {
        JsonNode requests = operation.data().requests.path(step.get("does").asText());
        if (requests.isMissingNode()) {
            throw new IllegalArgumentException(operation.name() + ": requests.yaml has no " + step.get("does"));
        }
        return requests.path(dialects.get(step.get("by").asText()).name());
    }

    /** The conversation of this cell, as a golden transcript. */
    Transcript transcript(Library library) {
        ObjectNode yaml = JSON.createObjectNode();
        yaml.set("cites", operation.yaml().path("cites"));
        yaml.put("story", operation.yaml().path("story").asText());
        ArrayNode setup = yaml.putArray("setup");
        dialects.forEach((role, dialect) -> setup.addObject().put(role, dialect.active()));
        ArrayNode steps = yaml.putArray("steps");
        operation.steps().forEach(step -> write(step, steps));
        return new TranscriptLoader(library, name()).load(yaml);
    }

    private void write(JsonNode step, ArrayNode to) {
        String by = step.path("by").asText();
        if (step.has("world")) {
            to.add(step.get("world"));
        }
        if (step.has("lost")) {
            String lost = step.get("lost").asText();
            to.add(dialects.get(lost).step(lost, JSON.createObjectNode().put("leave", true)));
        }
        if (step.has("by")) {
            act(by, step, to);
        }
        dialects.keySet().stream().filter(role -> !role.equals(by)).forEach(role -> expect(role, told(step, role), to));
    }

    private JsonNode told(JsonNode step, String role) {
        return step.path("told").path(role).path(dialects.get(role).name());
    }

    /** Where a dialect needs several requests, what the agent is told is a list for each. */
    private void act(String by, JsonNode step, ArrayNode to) {
        MatrixDialect dialect = dialects.get(by);
        JsonNode request = request(step);
        JsonNode told = told(step, by);
        boolean several = request.isArray();
        for (int n = 0; n < (several ? request.size() : 1); n++) {
            ObjectNode asked = dialect.step(by, Template.fill(several ? request.get(n) : request, arguments(by, step)));
            if (step.path("error").has(dialect.name())) {
                asked.set("error", step.get("error").get(dialect.name()));
            }
            to.add(asked);
            expect(by, dialect.toldWhoAsked(several ? told.path(n) : told), to);
        }
    }

    private static Map<String, JsonNode> arguments(String by, JsonNode step) {
        Map<String, JsonNode> arguments = new HashMap<>(Library.argumentsOf(by));
        arguments.put("k", TextNode.valueOf("$K"));
        step.properties().forEach(member -> arguments.put(member.getKey(), member.getValue()));
        return arguments;
    }

    private void expect(String role, JsonNode frames, ArrayNode to) {
        if (frames.size() > 0) {
            to.add(dialects.get(role).step(role, JSON.createObjectNode().set("expect", frames)));
        }
    }

    /** What the topics are to say, by {@code interactions} and the names of the agents. */
    Map<String, List<String>> events() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("interactions", new ArrayList<>());
        dialects.keySet().forEach(role -> all.put(role, new ArrayList<>()));
        operation.parts().forEach(part -> all.forEach((who, lines) ->
            operation.data().events.path(part).path(who).forEach(line -> lines.add(event(line)))));
        return all;
    }

    /** A line, or one for each dialect of the role that acts. */
    private String event(JsonNode line) {
        return line.isTextual() ? line.asText() : line.path(dialects.get(line.path("by").asText()).name()).asText();
    }

    @Override
    public String toString() {
        return name();
    }
}
