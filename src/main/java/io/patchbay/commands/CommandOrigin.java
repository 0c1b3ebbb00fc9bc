package io.patchbay.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Outcome;
import io.patchbay.wire.RecordRequest;
import java.util.Optional;

/**
 * The data of a record for its answer.
 *
 * @param read id, agent and operation, as far as they could be read
 * @param declined the reply if the record came to no command
 */
record CommandOrigin(RecordRequest record, ObjectNode read, Optional<ObjectNode> declined) {
    static final String ID = "id";

    static CommandOrigin of(RecordRequest record) {
        return new CommandOrigin(record, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    CommandOrigin declined(CommandRefusal refusal) {
        return new CommandOrigin(record, read, Optional.of(refusal.says()));
    }

    /** The id in the record. Empty if the record has none. */
    Optional<String> id() {
        return Optional.ofNullable(read.path(ID).textValue());
    }

    /** The value of the reply. */
    ObjectNode reply(Outcome outcome) {
        ObjectNode value = read.deepCopy();
        value.setAll(declined.orElseGet(() -> told(outcome)));
        value.putObject("record").put("partition", record.partition()).put("offset", record.offset());
        return value;
    }

    private static ObjectNode told(Outcome outcome) {
        return outcome.match(new Outcome.Cases<>() {
            @Override
            public ObjectNode accepted() {
                return CommandRefusal.outcome("accepted");
            }

            @Override
            public ObjectNode refused(Outcome.Refused refused) {
                return CommandRefusal.with(Code.of(refused.reason()), refused.detail()).says();
            }
        });
    }
}
