package io.patchbay.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Strict JSON within limits; its one departure is that outside strings U+00A0 and a leading U+FEFF count as blanks (BINDINGS, common). A
 * member named twice is refused, for two readers could take two different ones. Safe for every thread.
 */
public final class StrictJson {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NO_BREAK_SPACE = '\u00A0';
    /** The blanks at the end are searched from their first one only, so no text is slow. */
    private static final Pattern EDGES = Pattern.compile("^[\\p{Z}\\s]+|(?<![\\p{Z}\\s])[\\p{Z}\\s]+\\z");

    private final Limits limits;
    private final JsonMapper mapper;
    private final JsonMapper sorted;

    /**
     * The limits of a message.
     *
     * @param depth of nested objects and arrays
     * @param tokens brackets, names and values
     * @param string characters of one string or name
     * @param number digits of one number
     */
    public record Limits(int depth, int tokens, int string, int number) {
        public static final Limits DEFAULT = new Limits(32, 10_000, 16 * 1024, 100);
    }

    /** Turns text into a tree. Jackson's exceptions pass through; {@code MissingNode} stands for no value at all. */
    public interface Parser {
        JsonNode parse(String text) throws Exception;
    }

    public StrictJson(Limits limits) {
        this.limits = limits;
        StreamReadConstraints constraints = StreamReadConstraints.builder().maxNestingDepth(limits.depth())
                .maxTokenCount(limits.tokens()).maxStringLength(limits.string()).maxNameLength(limits.string())
                .maxNumberLength(limits.number()).build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        sorted = JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    }

    /** The tree; or why there is none, in a sentence for the client. */
    public JsonNode read(String text) throws Unreadable {
        return read(text, mapper::readTree);
    }

    /** The same by another parser, which must use {@link #mapper}. */
    public JsonNode read(String text, Parser parser) throws Unreadable {
        if (!encodable(text)) {
            throw new Unreadable("The text holds half of a surrogate pair. Send complete characters.");
        }
        JsonNode node = parse(text, parser);
        if (node.isMissingNode()) {
            throw new Unreadable("The message is empty.");
        }
        if (text.contains("\\u") && !wellFormed(node)) {
            throw new Unreadable("A string holds half of a surrogate pair, such as \\uD800 alone. Send complete characters.");
        }
        return node;
    }

    /** The string that a member of the outermost object has, also where the text is JSON only up to there; empty when there is none. */
    public Optional<String> member(String text, String name) {
        try (JsonParser parser = mapper.createParser(blanked(text))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = trimmed(parser.currentName()).equals(name);
                    if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                        return Optional.of(parser.getText());
                    }
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    public String write(JsonNode node) {
        return write(mapper, node);
    }

    /** The same text for the same meaning, however the members are ordered and the text is spaced. */
    public String canonical(JsonNode node) {
        return write(sorted, node);
    }

    /** Holds the limits and the strictness, apart from the checks on text that {@link #read} makes. Not to be changed. */
    public JsonMapper mapper() {
        return mapper;
    }

    private JsonNode parse(String text, Parser parser) throws Unreadable {
        try {
            return parser.parse(blanked(text));
        } catch (StreamConstraintsException e) {
            throw new Unreadable("The message is too large. Allowed are " + limits.depth() + " levels, " + limits.tokens()
                    + " tokens, strings of " + limits.string() + " characters, numbers of " + limits.number() + " digits.");
        } catch (JsonProcessingException e) {
            throw new Unreadable("The text is not valid JSON" + (e.getLocation() == null ? "."
                    : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + "."));
        } catch (Exception e) {
            throw new IllegalStateException("a text is parsed in memory", e);
        }
    }

    private static String write(JsonMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static String blanked(String text) {
        if (text.indexOf(NO_BREAK_SPACE) < 0 && !text.startsWith(String.valueOf(BYTE_ORDER_MARK))) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        boolean inString = false;
        for (int i = 0; i < blanked.length(); i++) {
            char c = blanked.charAt(i);
            if (c == '"') {
                inString = !inString;
            } else if (inString && c == '\\') {
                i++;
            } else if (!inString && (c == NO_BREAK_SPACE || c == BYTE_ORDER_MARK && i == 0)) {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    /** The same tree with every Unicode space around member names gone; where two names become one, the one that came trimmed counts. */
    public static JsonNode withTrimmedNames(JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> copy.add(withTrimmedNames(each)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            String name = trimmed(member.getKey());
            if (name.equals(member.getKey()) || !node.has(name)) {
                copy.set(name, withTrimmedNames(member.getValue()));
            }
        });
        return copy;
    }

    /** Without the Unicode spaces around it. */
    public static String trimmed(CharSequence text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static boolean wellFormed(JsonNode node) {
        if (node.isTextual()) {
            return encodable(node.textValue());
        }
        return node.properties().stream().allMatch(member -> encodable(member.getKey()) && wellFormed(member.getValue()))
                && (!node.isArray() || node.valueStream().allMatch(StrictJson::wellFormed));
    }

    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
