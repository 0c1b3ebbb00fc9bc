package io.patchbay.model;

/** Commands of an agent in a call. The agent is always the one that the door authenticated. */
public sealed interface VoiceCommand extends InteractionCommand {

    AgentId by();

    CallId call();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.voice(this);
    }

    interface Cases<R> {
        R answer(Answer c);

        R hold(Hold c);

        R retrieve(Retrieve c);

        R clear(ClearConnection c);

        R end(EndCall c);

        R mute(MuteCall c);

        R unmute(UnmuteCall c);

        R sendDtmf(SendDtmf c);
    }

    record Answer(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.answer(this);
        }
    }

    record Hold(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.hold(this);
        }
    }

    record Retrieve(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.retrieve(this);
        }
    }

    /** Leaves the call; an alerting leg gives the offer back (CHOREOGRAPHY A12). */
    record ClearConnection(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.clear(this);
        }
    }

    /** Ends the call for everybody in it. */
    record EndCall(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.end(this);
        }
    }

    record MuteCall(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.mute(this);
        }
    }

    record UnmuteCall(AgentId by, CallId call) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.unmute(this);
        }
    }

    /** @param digits of 0-9, * and #; they may be a card number, so they are in no event, no log and no error */
    record SendDtmf(AgentId by, CallId call, String digits) implements VoiceCommand {
        public <R> R match(Cases<R> cases) {
            return cases.sendDtmf(this);
        }

        @Override
        public String toString() {
            return "SendDtmf[by=" + by + ", call=" + call + ", digits=***]";
        }
    }
}
