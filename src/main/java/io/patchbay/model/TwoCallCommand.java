package io.patchbay.model;

/**
 * Commands of an agent on two calls of an interaction: it begins a second one, or has one held and one connected call (CHOREOGRAPHY
 * A3).
 */
public sealed interface TwoCallCommand extends InteractionCommand {

    AgentId by();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.twoCalls(this);
    }

    interface Cases<R> {
        R consult(ConsultationCall c);

        R alternate(AlternateCall c);

        R transfer(TransferCall c);

        R conference(ConferenceCall c);
    }

    /** Holds the call, if it is not held yet, and calls somebody else. */
    record ConsultationCall(AgentId by, Call.ConsultFor purpose, Destination to) implements TwoCallCommand {
        public <R> R match(Cases<R> cases) {
            return cases.consult(this);
        }
    }

    /** Holds the call connected and takes up the other. */
    record AlternateCall(AgentId by) implements TwoCallCommand {
        public <R> R match(Cases<R> cases) {
            return cases.alternate(this);
        }
    }

    /** Joins the parties of both calls and leaves. @param whileRinging also while the second call is not answered (CHOREOGRAPHY A4) */
    record TransferCall(AgentId by, boolean whileRinging) implements TwoCallCommand {
        public TransferCall(AgentId by) {
            this(by, false);
        }

        public <R> R match(Cases<R> cases) {
            return cases.transfer(this);
        }
    }

    /** Joins the parties of both calls and stays. */
    record ConferenceCall(AgentId by) implements TwoCallCommand {
        public <R> R match(Cases<R> cases) {
            return cases.conference(this);
        }
    }
}
