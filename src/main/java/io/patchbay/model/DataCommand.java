package io.patchbay.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands of an agent on the whole interaction. */
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

    /** Takes what is offered; of a call it answers it. @param nickname what the others call the agent in a contact that is no call */
    record Accept(AgentId by, Optional<String> nickname) implements DataCommand {
        public Accept(AgentId by) {
            this(by, Optional.empty());
        }

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

    /** Attaches a value to each of these keys, new ones or not: to all of them or to none. */
    record SetInteractionData(AgentId by, Map<String, String> data) implements DataCommand {
        public SetInteractionData(AgentId by, String key, String value) {
            this(by, Map.of(key, value));
        }

        public <R> R match(Cases<R> cases) {
            return cases.setData(this);
        }
    }

    /**
     * Takes keys away with their values: all of them or none.
     *
     * @param keys     empty: all that the interaction has
     * @param tolerant keys that the interaction does not have are passed over instead of refused
     */
    record DeleteInteractionData(AgentId by, Optional<List<String>> keys, boolean tolerant) implements DataCommand {
        public DeleteInteractionData(AgentId by, String key) {
            this(by, Optional.of(List.of(key)), false);
        }

        public <R> R match(Cases<R> cases) {
            return cases.deleteData(this);
        }
    }

    record SetDisposition(AgentId by, String disposition) implements DataCommand {
        public <R> R match(Cases<R> cases) {
            return cases.setDisposition(this);
        }
    }

    /**
     * Done with it: it leaves the agent's list.
     *
     * @param endsContact of a contact that is no call: where this agent owns it, it is closed to the customer first, whoever else is there
     */
    record Complete(AgentId by, boolean endsContact) implements DataCommand {
        public Complete(AgentId by) {
            this(by, false);
        }

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
        public static final int PARAMETERS = 20;

        /** Whether it is the name of a parameter. */
        public static boolean isParameter(String name) {
            return name.matches("p[1-9][0-9]?") && Integer.parseInt(name.substring(1)) <= PARAMETERS;
        }

        public <R> R match(Cases<R> cases) {
            return cases.signal(this);
        }
    }
}
