package io.patchbay.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Outcome;
import io.patchbay.publish.CommandAnswer;
import io.patchbay.wire.RecordRequest;
import java.util.Optional;

/**
 * The data of a record for its answer.
 *
 * @param read id, agent and operation, as far as they could be read
 * @param declined the answer if the record came to no command
 */
record CommandOrigin(RecordRequest record, ObjectNode read, Optional<CommandRefusal> declined) {
    static final String ID = "id";

    static CommandOrigin of(RecordRequest record) {
        return new CommandOrigin(record, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    CommandOrigin declined(CommandRefusal refusal) {
        return new CommandOrigin(record, read, Optional.of(refusal));
    }

    /** The id in the record. Empty if the record has none. */
    Optional<String> id() {
        return echoed(ID);
    }

    CommandAnswer answer(Outcome outcome) {
        Optional<CommandRefusal> refusal = declined.or(() -> refusal(outcome));
        return new CommandAnswer(id(), echoed("agent"), echoed("operation"),
                refusal.map(CommandRefusal::outcome).orElse(CommandAnswer.Outcome.ACCEPTED), refusal.flatMap(CommandRefusal::error),
                refusal.flatMap(CommandRefusal::question), new CommandAnswer.Place(record.partition(), record.offset()));
    }

    private Optional<String> echoed(String name) {
        return Optional.ofNullable(read.path(name).textValue());
    }

    private static Optional<CommandRefusal> refusal(Outcome outcome) {
        return outcome.match(new Outcome.Cases<>() {
            @Override
            public Optional<CommandRefusal> accepted() {
                return Optional.empty();
            }

            @Override
            public Optional<CommandRefusal> refused(Outcome.Refused refused) {
                return Optional.of(CommandRefusal.with(Code.of(refused.reason()), refused.detail()));
            }
        });
    }
}
