package io.patchbay.model;

import java.util.Map;

/** What an agent does with the interaction as a whole. */
public sealed interface DataCommand extends InteractionCommand {

    AgentId by();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.data(this);
    }

    interface Cases<R> {
        R accept(Accept c);

        R reject(Reject c);

        R setData(SetInteractionData c);

        R deleteData(DeleteInteractionData c);

        R setDisposition(SetDisposition c);

        R complete(Complete c);

        R signal(SignalScript c);
    }

    /** Takes what is offered; of a call it answers it. */
    record Accept(AgentId by) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.accept(this);
        }
    }

    /** Lets another agent take it. */
    record Reject(AgentId by) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.reject(this);
        }
    }

    record SetInteractionData(AgentId by, String key, String value) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.setData(this);
        }
    }

    record DeleteInteractionData(AgentId by, String key) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.deleteData(this);
        }
    }

    record SetDisposition(AgentId by, String disposition) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.setDisposition(this);
        }
    }

    /** Done with it: it leaves the agent's list. */
    record Complete(AgentId by) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.complete(this);
        }
    }

    /**
     * Tells the script that runs beside the contact to go on.
     *
     * @param script     the border found it active: the directory has it, the interaction does not
     * @param parameters p1 to p20, those with values
     */
    record SignalScript(AgentId by, String script, Map<String, String> parameters) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.signal(this);
        }
    }
}
