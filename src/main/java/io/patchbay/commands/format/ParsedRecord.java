package io.patchbay.commands.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.wire.RecordRequest;
import java.util.Optional;

/**
 * A record of the topic of commands after parsing.
 *
 * @param object empty if the record is not a JSON object
 * @param why present then: a sentence for the sender
 */
public record ParsedRecord(RecordRequest record, ObjectNode object, Optional<String> why) {

    static ParsedRecord of(RecordRequest record, ObjectNode object) {
        return new ParsedRecord(record, object, Optional.empty());
    }

    static ParsedRecord unreadable(RecordRequest record, String why) {
        return new ParsedRecord(record, JsonNodeFactory.instance.objectNode(), Optional.of(why));
    }

    /** The value may hold a secret. */
    @Override
    public String toString() {
        return record.toString();
    }
}
