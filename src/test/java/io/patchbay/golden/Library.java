package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The folder of transcripts of one dialect: what they share (blocks of frames, preludes of steps) and the transcripts themselves. */
final class Library {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NO_TRANSCRIPT = List.of("blocks.yaml", "preludes.yaml", "coverage.yaml", "awaited.yaml");

    private final Path folder;
    private final Map<String, JsonNode> blocks = new HashMap<>();
    private final Map<String, JsonNode> preludes = new HashMap<>();
    private final Set<Feature> awaited = EnumSet.noneOf(Feature.class);

    Library(Path folder) {
        this.folder = folder;
        share(blocks, "blocks.yaml");
        share(preludes, "preludes.yaml");
        if (Files.exists(folder.resolve("awaited.yaml"))) {
            reasons().fieldNames().forEachRemaining(name -> awaited.add(Feature.named(name)));
        }
    }

    /** @param other its blocks and preludes may be used here */
    private Library(Path folder, Library other) {
        this(folder);
        other.blocks.forEach(blocks::putIfAbsent);
        other.preludes.forEach(preludes::putIfAbsent);
        awaited.addAll(other.awaited);
    }

    static Library harmony() {
        return new Library(Path.of("src/test/resources/golden/harmony"));
    }

    /** Transcripts with Genesys clients, and Harmony clients beside them. */
    static Library genesys() {
        return new Library(Path.of("src/test/resources/golden/genesys"), harmony());
    }

    /** Transcripts with Acqueon clients, and Genesys and Harmony clients beside them. */
    static Library acqueon() {
        return new Library(Path.of("src/test/resources/golden/acqueon"), genesys());
    }

    /** Transcripts with Finesse clients, and Acqueon, Genesys and Harmony clients beside them. */
    static Library finesse() {
        return new Library(Path.of("src/test/resources/golden/finesse"), acqueon());
    }

    /** What the cells of the matrix share, and blocks and preludes of all dialects. */
    static Library matrix() {
        return new Library(MatrixData.FOLDER, finesse());
    }

    /** The file in the folder and those of that name below it. */
    private void share(Map<String, JsonNode> shared, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.endsWith(name)).sorted().forEach(file -> read(file).properties().forEach(entry -> {
                if (shared.put(entry.getKey(), entry.getValue()) != null) {
                    throw new IllegalArgumentException(entry.getKey() + " is there twice, once in " + file);
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String yaml, String label) {
        LoadSettings settings = LoadSettings.builder().setLabel(label).setAllowDuplicateKeys(false).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }

    /** Every transcript below the folder, in the order of their names. */
    List<Transcript> transcripts() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Transcript> all = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !NO_TRANSCRIPT.contains(file.getFileName().toString())).sorted()
                .forEach(file -> all.add(new TranscriptLoader(this, name(file)).load(read(file))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode coverage() {
        return read(folder.resolve("coverage.yaml"));
    }

    /** Features that are not there yet, each with the reason. */
    JsonNode reasons() {
        return read(folder.resolve("awaited.yaml"));
    }

    Set<Feature> awaited() {
        return awaited;
    }

    /**
     * How frames are written out for a transcript: one that is played shows no capability whose request is not there yet, one that waits
     * for something shows what there will be.
     */
    Shorthand shorthand(Set<Feature> awaits) {
        boolean played = awaits.stream().noneMatch(awaited::contains);
        return new Shorthand(played ? Feature.capabilities(awaited) : Set.of());
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(".yaml", "");
    }

    JsonNode prelude(String name) {
        return named(preludes, name, "preludes.yaml");
    }

    /**
     * The frames of an expectation with every {@code use:} replaced by its block, in lists and objects within frames as well; arguments are
     * those of the client.
     */
    List<JsonNode> frames(JsonNode frames, Map<String, JsonNode> arguments) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode frame : Template.fill(frames, arguments)) {
            if (!frame.has("use")) {
                all.add(within(frame, arguments));
                continue;
            }
            JsonNode block = named(blocks, frame.get("use").asText(), "blocks.yaml");
            Map<String, JsonNode> inside = new HashMap<>(arguments);
            frame.properties().forEach(member -> inside.put(member.getKey(), member.getValue()));
            block.path("defaults").properties().forEach(
                member -> inside.putIfAbsent(member.getKey(), Template.fill(member.getValue(), inside)));
            all.addAll(frames(block.get("frames"), inside));
        }
        return all;
    }

    private JsonNode within(JsonNode frame, Map<String, JsonNode> arguments) {
        if (frame.has("use")) {
            List<JsonNode> one = frames(JSON.createArrayNode().add(frame), arguments);
            if (one.size() != 1) {
                throw new IllegalArgumentException("In the place of an object stands one frame, unlike " + frame);
            }
            return one.get(0);
        }
        if (frame.isArray()) {
            return JSON.createArrayNode().addAll(frames(frame, arguments));
        }
        if (frame.isObject()) {
            ObjectNode all = JSON.createObjectNode();
            frame.properties().forEach(member -> all.set(member.getKey(), within(member.getValue(), arguments)));
            return all;
        }
        return frame;
    }

    /** The wanted reply of a request with every {@code use:} replaced. */
    JsonNode reply(JsonNode reply, Map<String, JsonNode> arguments) {
        return within(Template.fill(reply, arguments), arguments);
    }

    static Map<String, JsonNode> argumentsOf(String client) {
        Map<String, JsonNode> arguments = new HashMap<>();
        arguments.put("client", TextNode.valueOf(client));
        arguments.put("agent", TextNode.valueOf(Client.agent(client)));
        arguments.put("ext", TextNode.valueOf(Client.extension(client)));
        arguments.put("displayName", TextNode.valueOf(Client.displayName(client)));
        arguments.put("endpoint", TextNode.valueOf(Client.extension(client)));
        return arguments;
    }

    private static JsonNode named(Map<String, JsonNode> shared, String name, String file) {
        if (!shared.containsKey(name)) {
            throw new IllegalArgumentException("Nothing is called " + name + " in " + file);
        }
        return shared.get(name);
    }
}
