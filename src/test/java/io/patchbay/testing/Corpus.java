package io.patchbay.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is tried at every door: {@code smuggling/*.yaml}. */
public final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() { }

    /** Names that would steer something. */
    public static List<String> names() {
        return all("names");
    }

    /** ... those that HTTP allows as the name of a header. */
    public static List<String> headers() {
        return names().stream().filter(name -> name.matches("[A-Za-z0-9._-]+")).toList();
    }

    /** Values that mean something to somebody on the way. */
    public static List<String> values() {
        return all("values");
    }

    /** Whole messages to that door. */
    public static List<String> messages(String door) {
        return stream(yaml("messages")).filter(message -> message.path("door").asText().equals(door))
                .map(message -> message.path("text").asText()).toList();
    }

    /** Bytes for a port. @param bytes one character for each byte; @param answers statuses or codes, in order */
    public record Bytes(String name, boolean isHttp, List<String> answers, String bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Bytes> bytes() {
        return stream(yaml("requests")).map(each -> new Bytes(each.path("name").asText(), each.path("port").asText().equals("http"),
                stream(each.path("answers")).map(JsonNode::asText).toList(), each.path("bytes").asText())).toList();
    }

    /** All cases of all files. */
    public static int size() {
        return names().size() + values().size() + (int) stream(yaml("messages")).count() + bytes().size();
    }

    /** Every text of a file of named lists. */
    private static List<String> all(String file) {
        return stream(yaml(file)).flatMap(Corpus::stream).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode yaml(String file) {
        try {
            return JSON.valueToTree(new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of("src/test/resources/smuggling/" + file + ".yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
