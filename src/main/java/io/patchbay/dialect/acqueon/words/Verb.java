package io.patchbay.dialect.acqueon.words;

/** What a client can ask for. The tables of the channels name the verbs. */
public enum Verb {
    SIGN_IN(Kind.SIGN_IN), LOGIN(Kind.QUESTION), STATE_SYNC(Kind.QUESTION), APP_SYNC(Kind.QUESTION), AGENT_SYNC(Kind.QUESTION),
    CALL_SYNC(Kind.QUESTION), GET_STATES(Kind.QUESTION), API_ERROR(Kind.BROADCAST), SUBSCRIBE(Kind.SUBSCRIBE),
    LOGOUT(Kind.OWN), READY(Kind.OWN), NOT_READY(Kind.OWN), MUTE(Kind.OWN), UNMUTE(Kind.OWN), DROP_TETHERED(Kind.OWN),
    MAKE_CALL(Kind.OWN), ACCEPT_PREVIEW(Kind.OWN), SKIP_PREVIEW(Kind.OWN), CLOSE_PREVIEW(Kind.OWN), ANSWER(Kind.OWN), HOLD(Kind.OWN),
    RETRIEVE(Kind.OWN), CONSULT(Kind.OWN), CONSULT_AGENT(Kind.OWN), SWAP(Kind.OWN), DROP_CONSULT(Kind.OWN), TRANSFER(Kind.OWN),
    TRANSFER_TO_AGENT(Kind.OWN), CONFERENCE(Kind.OWN), DIRECT_TRANSFER(Kind.OWN), QUEUE_TRANSFER(Kind.OWN), DROP(Kind.OWN),
    SEND_DTMF(Kind.OWN), WRAP_UP(Kind.OWN), CLEAR_CONTACT(Kind.OWN), UPDATE_VARIABLES(Kind.OWN), BARGE(Kind.OWN),
    DROP_PARTICIPANT(Kind.OWN), SILENT_MONITORING(Kind.TEAM), TEAM_NOT_READY(Kind.TEAM), TEAM_READY(Kind.TEAM), TEAM_LOGOUT(Kind.TEAM);

    /** What comes of a verb. */
    public enum Kind {
        /** Agent and extension of the sender. */
        SIGN_IN,
        /** The present state, told to the sender alone. */
        QUESTION,
        /** Commands of the agent, from what the agent knows. */
        OWN,
        /** Commands of a supervisor for an agent of the team. */
        TEAM,
        /** The same envelope for all sockets of the agent on that channel. */
        BROADCAST,
        /** The topics of the connection. */
        SUBSCRIBE
    }

    private final Kind kind;

    Verb(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
