package io.patchbay.dialect.acqueon.words;

import java.util.List;

/** The channel Amazon (acqueon.md 1.4), with the errors of its pages as they are printed. Both topics of calls are taken (1.6, 4). */
final class AmazonVerbs {
    private static final String STATE = "UPDATE_AGENT_STATE_FAILED";
    private static final List<String> AGENT = List.of("Agent");
    private static final List<String> CALLS = List.of("InboundCall", "OutboundCall");

    static final List<VerbRow> ROWS = List.of(
            VerbRow.of(Verb.SIGN_IN, "SetUserInfo", "A sign-in", AGENT),
            VerbRow.of(Verb.LOGIN, "Login", "A login", AGENT),
            VerbRow.of(Verb.APP_SYNC, "StateSync", "A synchronization", List.of("App")),
            VerbRow.of(Verb.AGENT_SYNC, "StateSync", "A synchronization", AGENT),
            VerbRow.of(Verb.CALL_SYNC, "StateSync", "A synchronization", CALLS),
            VerbRow.of(Verb.GET_STATES, "GetStates", "A list of states", AGENT, "GetAgentState"),
            VerbRow.of(Verb.NOT_READY, "SetNotReady", "Not ready", AGENT).bare("ReasonCodeId").fails(STATE)
                    .with(ErrorType.INVALID_INPUT, "AGENT_STATE_NOT_FOUND"),
            VerbRow.of(Verb.READY, "SetReady", "Ready", AGENT).fails(STATE),
            VerbRow.of(Verb.MUTE, "Mute", "Mute", AGENT),
            VerbRow.of(Verb.UNMUTE, "Unmute", "Unmute", AGENT),
            VerbRow.of(Verb.ANSWER, "Answer", "An answer", CALLS).bare(VerbRow.CONNECTION).fails("ANSWER_CALL_FAILED"),
            VerbRow.of(Verb.HOLD, "Hold", "A hold", CALLS, "SetHold").bare(VerbRow.CONNECTION).fails("HOLD_CALL_FAILED"),
            VerbRow.of(Verb.RETRIEVE, "Resume", "A retrieval", CALLS).bare(VerbRow.CONNECTION).fails("RESUME_CALL_FAILED"),
            VerbRow.of(Verb.DROP, "Disconnect", "A drop", CALLS).bare(VerbRow.CONNECTION).fails("DISCONNECT_CALL_FAILED"),
            VerbRow.of(Verb.ACCEPT_PREVIEW, "MakeCall", "A call", CALLS).bare("toAddress").fails("ACCEPT_CONTACT_FAILED"),
            VerbRow.of(Verb.SKIP_PREVIEW, "Skip", "Skip", CALLS).fails("SKIP_CONTACT_FAILED"),
            VerbRow.of(Verb.CLOSE_PREVIEW, "Close", "Close", CALLS).fails("CLOSE_CONTACT_FAILED"),
            VerbRow.of(Verb.CONSULT_AGENT, "Consult", "A consult", CALLS).fails("CONSULT_CALL_FAILED"),
            VerbRow.of(Verb.CONSULT, "ExternalConsult", "A consult", CALLS).bare("toAddress").fails("DROP_TETHERED_CALL_FAILED"),
            VerbRow.of(Verb.SWAP, "Swap", "A swap", CALLS),
            VerbRow.of(Verb.DROP_CONSULT, "ConsultDrop", "A drop", CALLS).fails("CONSULT_DROP_FAILED"),
            VerbRow.of(Verb.CONFERENCE, "Conference", "A conference", CALLS).fails("CONFERENCE_CALL_FAILED"),
            VerbRow.of(Verb.TRANSFER_TO_AGENT, "Transfer", "A transfer", CALLS).bare("agentName").fails("SKIP_CTRANSFER_CALL_FAILED"),
            VerbRow.of(Verb.QUEUE_TRANSFER, "QueueTransfer", "A transfer", CALLS).fails("TRANSFER_CALL_FAILED"),
            VerbRow.of(Verb.SEND_DTMF, "SendDTMF", "Tones", CALLS).bare("digits").fails("SEND_DTMF_FAILED"),
            VerbRow.of(Verb.CLEAR_CONTACT, "ClearContact", "The end of after-call work", CALLS).fails("SET_AGENTSTATE_FAILED"),
            VerbRow.of(Verb.DROP_TETHERED, "DropNailedCall", "A drop", CALLS).bare("ReasonCodeId").fails("DROP_TETHERED_CALL_FAILED"),
            VerbRow.of(Verb.SUBSCRIBE, "Subscribe", "A subscription", List.of(VerbTable.BUS)));

    private AmazonVerbs() { }
}
