package io.patchbay.model;

/** Commands of an agent on the parties of a call: add, drop or monitor them. */
public sealed interface PartyCommand extends InteractionCommand {

    AgentId by();

    CallId call();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.party(this);
    }

    interface Cases<R> {
        R singleStepTransfer(SingleStepTransfer c);

        R singleStepConference(SingleStepConference c);

        R drop(DropParticipant c);

        R monitor(MonitorCall c);
    }

    /** Leaves the call to somebody who is called; once taken, the agent is gone whatever comes of it (CHOREOGRAPHY B4). */
    record SingleStepTransfer(AgentId by, CallId call, Destination to) implements PartyCommand {
        public <R> R match(Cases<R> cases) {
            return cases.singleStepTransfer(this);
        }
    }

    /** Calls somebody into the call and stays. */
    record SingleStepConference(AgentId by, CallId call, Destination to) implements PartyCommand {
        public <R> R match(Cases<R> cases) {
            return cases.singleStepConference(this);
        }
    }

    /** Makes another party of a conference leave. */
    record DropParticipant(AgentId by, CallId call, Address party) implements PartyCommand {
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }
    }

    /**
     * A supervisor listens to an agent's call, or changes how it does; it leaves by clearing its own call. Whose supervisor it is, is the
     * border's question, which has the directory.
     *
     * @param from the supervisor's extension
     * @param call the one to listen to
     * @param tell whether the agent is shown who only listens
     */
    record MonitorCall(AgentId by, Address from, CallId call, AgentId agent, Call.Monitoring.Mode mode, boolean tell)
            implements PartyCommand {
        public MonitorCall(AgentId by, Address from, CallId call, AgentId agent, Call.Monitoring.Mode mode) {
            this(by, from, call, agent, mode, false);
        }

        public <R> R match(Cases<R> cases) {
            return cases.monitor(this);
        }
    }
}
