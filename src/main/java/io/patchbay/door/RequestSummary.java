package io.patchbay.door;

import io.patchbay.model.AgentId;
import java.util.Optional;

/**
 * What the log says of a request. Never what a client wrote, except the name of a known operation.
 *
 * @param operation its name in the dialect; empty where it is not known
 * @param agent     who asks, authenticated; empty for nobody
 * @param outcome   the answer in the words of the dialect; empty where the outcomes of the commands are the answer
 */
public record RequestSummary(String operation, Optional<AgentId> agent, Optional<String> outcome) {
    public static final RequestSummary NONE = new RequestSummary("", Optional.empty(), Optional.empty());

    public static RequestSummary answered(String outcome) {
        return new RequestSummary("", Optional.empty(), Optional.of(outcome));
    }

    /** The same with an operation, unless it has one. */
    public RequestSummary named(String name) {
        return operation.isEmpty() ? new RequestSummary(name, agent, outcome) : this;
    }

    /** The same with who asks, unless it is known. */
    public RequestSummary by(AgentId user) {
        return agent.isPresent() ? this : new RequestSummary(operation, Optional.of(user), outcome);
    }
}
