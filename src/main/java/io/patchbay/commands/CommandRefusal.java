package io.patchbay.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.AgentEntry;

/** The record is answered without a cell. Thrown during reading only. Has no stack trace. */
final class CommandRefusal extends RuntimeException {
    private final transient ObjectNode says;

    private CommandRefusal(ObjectNode says) {
        super(null, null, false, false);
        this.says = says;
    }

    /** @param message one sentence for people: the finding, its place, and the remedy; never a value that could be a secret */
    static CommandRefusal with(Code code, String message) {
        ObjectNode says = outcome("refused");
        says.putObject("error").put("code", code.name()).put("message", message);
        return new CommandRefusal(says);
    }

    /** Asks for the outbound skill of the call. */
    static CommandRefusal whichSkill(AgentEntry agent) {
        ObjectNode says = outcome("needInfo");
        ObjectNode question = says.putObject("question").put("name", Parameter.OUTBOUND_SKILL.name());
        var choices = question.putArray("choices");
        agent.outboundSkills().forEach(skill -> choices.addObject().put("code", skill.code()).put("label", skill.label()));
        return new CommandRefusal(says);
    }

    static ObjectNode outcome(String word) {
        return JsonNodeFactory.instance.objectNode().put("outcome", word);
    }

    ObjectNode says() {
        return says;
    }
}
