package io.patchbay.commands.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.wire.RecordRequest;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.JacksonDataFormat;

/**
 * The data format of the route of commands: Camel Jackson with the limits and the strictness of {@link StrictJson}. Reads the {@link
 * RecordRequest} in the body to a {@link ParsedRecord} and never throws for its content. Writes a tree as UTF-8. Thread-safe.
 */
public final class CommandJson extends JacksonDataFormat {
    private final StrictJson json;

    /** @param limits of a command */
    public CommandJson(StrictJson.Limits limits) {
        this(new StrictJson(limits));
    }

    private CommandJson(StrictJson json) {
        super(json.mapper(), JsonNode.class);
        this.json = json;
        setContentTypeHeader(false);
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) throws Exception {
        return parsed((RecordRequest) body, text -> (JsonNode) super.unmarshal(exchange, text));
    }

    private ParsedRecord parsed(RecordRequest record, StrictJson.Parser parser) throws Exception {
        if (record.why().isPresent()) {
            return ParsedRecord.unreadable(record, record.why().get());
        }
        try {
            JsonNode node = json.read(record.text(), text -> text.isBlank() ? MissingNode.getInstance() : parser.parse(text));
            return node instanceof ObjectNode object ? ParsedRecord.of(record, object)
                    : ParsedRecord.unreadable(record, "A command must be a JSON object.");
        } catch (Unreadable e) {
            return ParsedRecord.unreadable(record, e.getMessage());
        }
    }
}
