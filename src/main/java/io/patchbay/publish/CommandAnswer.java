package io.patchbay.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.json.ModelJson;
import java.util.List;
import java.util.Optional;

/**
 * The value of a record on {@link Topics#REPLIES}: the outcome of a command.
 *
 * @param id        of the command; empty if it could not be read, as the next two
 * @param agent     who gave the command
 * @param operation its name
 * @param error     why it was refused
 * @param question  what is asked for with {@link Outcome#NEED_INFO}
 * @param record    the place of the command on {@link Topics#COMMANDS}
 */
public record CommandAnswer(Optional<String> id, Optional<String> agent, Optional<String> operation, Outcome outcome,
                            Optional<Failure> error, Optional<Question> question, Place record) {
    /** The type of the record. */
    public static final String TYPE = "cti.command.answered.v1";

    public enum Outcome { ACCEPTED, REFUSED, NEED_INFO }

    /** @param message one sentence for people */
    public record Failure(String code, String message) { }

    /** @param name of the argument that is missing */
    public record Question(String name, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    public record Choice(String code, String label) { }

    public record Place(int partition, long offset) { }

    public JsonNode json() {
        return ModelJson.text().valueToTree(this);
    }
}
