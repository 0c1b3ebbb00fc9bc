package io.patchbay.commands;

import io.patchbay.model.AgentEntry;
import io.patchbay.publish.CommandAnswer;
import java.util.Optional;

/** The record is answered without a cell. Thrown during reading only. Has no stack trace. */
final class CommandRefusal extends RuntimeException {
    private final transient Optional<CommandAnswer.Failure> error;
    private final transient Optional<CommandAnswer.Question> question;

    private CommandRefusal(Optional<CommandAnswer.Failure> error, Optional<CommandAnswer.Question> question) {
        super(null, null, false, false);
        this.error = error;
        this.question = question;
    }

    /** @param message one sentence for people: the finding, its place, and the remedy; never a value that could be a secret */
    static CommandRefusal with(Code code, String message) {
        return new CommandRefusal(Optional.of(new CommandAnswer.Failure(code.name(), message)), Optional.empty());
    }

    /** Asks for the outbound skill of the call. */
    static CommandRefusal whichSkill(AgentEntry agent) {
        return new CommandRefusal(Optional.empty(), Optional.of(new CommandAnswer.Question(Parameter.OUTBOUND_SKILL.name(),
                agent.outboundSkills().stream().map(skill -> new CommandAnswer.Choice(skill.code(), skill.label())).toList())));
    }

    CommandAnswer.Outcome outcome() {
        return question.isPresent() ? CommandAnswer.Outcome.NEED_INFO : CommandAnswer.Outcome.REFUSED;
    }

    Optional<CommandAnswer.Failure> error() {
        return error;
    }

    Optional<CommandAnswer.Question> question() {
        return question;
    }
}
