package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one transcript and writes out its short forms: preludes, blocks, replies that echo the request. */
final class TranscriptLoader {

    private static final List<String> MEMBERS = List.of("cites", "story", "note", "needs", "awaits", "notOver", "open", "setup", "steps");

    private final Library library;
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, JsonNode> lastRequest = new HashMap<>();
    private Shorthand shorthand;

    TranscriptLoader(Library library, String name) {
        this.library = library;
        this.name = name;
    }

    Transcript load(JsonNode yaml) {
        Set<Feature> awaits = features(yaml.path("awaits"));
        shorthand = library.shorthand(awaits);
        yaml.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException(name + ": a transcript has no " + member + ":");
            }
        });
        try {
            yaml.path("setup").forEach(entry -> entry.properties().forEach(part -> prelude(part.getKey(), part.getValue())));
            yaml.path("steps").forEach(this::step);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + ", after step " + steps.size() + ": " + e.getMessage(), e);
        }
        List<String> cites = new ArrayList<>();
        yaml.path("cites").forEach(cite -> cites.add(cite.asText()));
        Map<String, String> needs = new LinkedHashMap<>();
        yaml.path("needs").properties().forEach(need -> needs.put(need.getKey(), need.getValue().asText()));
        return new Transcript(name, cites, yaml.path("story").asText(), yaml.path("note").asText(), needs, awaits,
            notOver(yaml.path("notOver")), yaml.path("open").asBoolean(), steps);
    }

    private static Set<Feature> features(JsonNode names) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        names.forEach(name -> features.add(Feature.named(name.asText())));
        return features;
    }

    private static Map<GoldenDoor, String> notOver(JsonNode reasons) {
        Map<GoldenDoor, String> doors = new EnumMap<>(GoldenDoor.class);
        reasons.properties().forEach(reason -> doors.put(GoldenDoor.named(reason.getKey()), reason.getValue().asText()));
        return doors;
    }

    private void prelude(String client, JsonNode names) {
        if (names.isArray()) {
            names.forEach(one -> prelude(client, one));
            return;
        }
        for (JsonNode step : library.prelude(names.asText())) {
            if (step.has("prelude")) {
                prelude(client, step.get("prelude"));
            } else {
                step(Template.fill(step, Library.argumentsOf(client)));
            }
        }
    }

    private void step(JsonNode step) {
        if (step.has("platform")) {
            http("sim", step.get("platform"));
        } else if (step.has("http")) {
            http(step.at("/http/user").asText(), step.get("http"));
        } else if (step.has("records")) {
            List<JsonNode> records = new ArrayList<>();
            step.at("/records/expect").forEach(records::add);
            steps.add(new Step.Records(step.at("/records/topic").asText(), step.at("/records/key").asText(), records));
        } else if (step.has("middleware")) {
            middleware((ObjectNode) step.get("middleware").deepCopy());
        } else {
            ofClient(step);
        }
    }

    private void ofClient(JsonNode step) {
        String client = client(step);
        if (client.isEmpty()) {
            throw new IllegalArgumentException(
                "a step has a client:, genesys:, acqueon: or finesse:, or is a platform:, http:, records: or middleware: step: " + step);
        }
        int before = steps.size();
        if (Client.isGenesys(client)) {
            steps.addAll(new GenesysSteps(library, client).of(step));
        } else if (Client.isAcqueon(client)) {
            steps.addAll(new AcqueonSteps(library, client).of(step));
        } else if (Client.isFinesse(client)) {
            steps.addAll(new FinesseSteps(library, client).of(step));
        } else if (step.has("send")) {
            lastRequest.put(client, step.get("send"));
            steps.add(new Step.Send(client, step.get("send")));
        }
        if (step.has("sendRaw")) {
            String text = raw(step.get("sendRaw"));
            lastRequest.put(client, step.has("as") ? step.get("as") : TextNode.valueOf(text));
            steps.add(new Step.SendRaw(client, text));
        }
        if (step.has("expect")) {
            List<JsonNode> frames = library.frames(step.get("expect"), Library.argumentsOf(client)).stream()
                .map(frame -> Client.isFinesse(client) ? frame : shorthand.writeOut(frame, lastRequest.get(client))).toList();
            steps.add(new Step.Expect(client, frames));
        }
        if (step.path("expectNothing").asBoolean()) {
            steps.add(new Step.Silence(client));
        }
        if (step.has("close")) {
            steps.add(new Step.Closed(client, step.at("/close/code").asInt()));
        }
        if (step.path("leave").asBoolean()) {
            steps.add(new Step.Leave(client));
        }
        if (steps.size() == before) {
            throw new IllegalArgumentException("nothing to do in " + step);
        }
    }

    private static String client(JsonNode step) {
        if (step.has("genesys")) {
            return Client.genesys(step.get("genesys").asText());
        }
        if (step.has("finesse")) {
            return Client.finesse(step.get("finesse").asText());
        }
        return step.has("acqueon") ? Client.acqueon(step.get("acqueon").asText()) : step.path("client").asText();
    }

    private void middleware(ObjectNode command) {
        JsonNode outcome = command.remove("outcome");
        steps.add(new Step.Middleware(command, outcome == null ? "accepted" : outcome.asText()));
    }

    private void http(String user, JsonNode step) {
        String path = step.has("post") ? step.get("post").asText() : step.path("get").asText();
        JsonNode body = step.has("post") ? step.get("body") : null;
        JsonNode reply = step.has("reply") ? library.reply(step.get("reply"), Map.of()) : null;
        steps.add(new Step.Http(user, path, body, step.path("status").asInt(200), reply));
    }

    /** A text as it stands, or a list of texts and {@code {repeat, times}} put one after the other. */
    private static String raw(JsonNode text) {
        if (text.isTextual()) {
            return text.textValue();
        }
        if (text.has("repeat")) {
            return text.get("repeat").asText().repeat(text.get("times").asInt());
        }
        StringBuilder all = new StringBuilder();
        text.forEach(piece -> all.append(raw(piece)));
        return all.toString();
    }
}
