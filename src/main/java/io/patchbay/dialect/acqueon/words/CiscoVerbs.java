package io.patchbay.dialect.acqueon.words;

import java.util.List;

/** The channel Cisco (acqueon.md 1.3). */
final class CiscoVerbs {
    private static final List<String> AGENT = List.of("Agent");
    private static final List<String> CALLS = List.of("InboundCall", "OutboundCall");
    private static final List<String> ABOUT_CALLS = List.of("Agent", "InboundCall", "OutboundCall");
    private static final List<String> TEAM = List.of("Team", "Agent");

    static final List<VerbRow> ROWS = List.of(
            VerbRow.of(Verb.SIGN_IN, "SetUserInfo", "A sign-in", AGENT),
            VerbRow.of(Verb.LOGIN, "Login", "A login", AGENT),
            VerbRow.of(Verb.LOGOUT, "Logout", "A logout", List.of("Connection", "Agent")),
            VerbRow.of(Verb.READY, "SetReadyState", "Ready", AGENT, "SetReady"),
            VerbRow.of(Verb.NOT_READY, "SetNotReadyState", "Not ready", AGENT, "SetNotReady"),
            VerbRow.of(Verb.MAKE_CALL, "SetMakeCall", "A call", CALLS, "SetMAKE_CALL", "MakeCall"),
            VerbRow.of(Verb.ANSWER, "SetANSWER", "An answer", CALLS),
            VerbRow.of(Verb.HOLD, "SetHOLD", "A hold", CALLS),
            VerbRow.of(Verb.RETRIEVE, "SetRETRIEVE", "A retrieval", CALLS),
            VerbRow.of(Verb.CONSULT, "SetCONSULT", "A consult", CALLS, "SetCONSULT_CALL"),
            VerbRow.of(Verb.TRANSFER, "SetTRANSFER", "A transfer", CALLS),
            VerbRow.of(Verb.CONFERENCE, "SetCONFERENCE", "A conference", CALLS, "SetCONFERENCE_CALL"),
            VerbRow.of(Verb.DIRECT_TRANSFER, "SetTRANSFER_SST", "A direct transfer", CALLS),
            VerbRow.of(Verb.DROP, "SetDROP", "A drop", CALLS),
            VerbRow.of(Verb.SEND_DTMF, "SetSEND_DTMF", "Tones", CALLS, "SetDTMF", "SendDTMF"),
            VerbRow.of(Verb.WRAP_UP, "WrapUpCall", "A wrap-up", ABOUT_CALLS),
            VerbRow.of(Verb.UPDATE_VARIABLES, "UpdateCallVariables", "A call variable", ABOUT_CALLS),
            VerbRow.of(Verb.BARGE, "SetBARGE_CALL", "A barge-in", List.of("InboundCall", "OutboundCall", "Team"), "SetBARGE"),
            VerbRow.of(Verb.DROP_PARTICIPANT, "SetDropParticipant", "A drop", List.of("Team", "InboundCall", "OutboundCall")),
            VerbRow.of(Verb.SILENT_MONITORING, "SetSilentMonitoring", "Monitoring", TEAM, "SetSILENT_MONITOR"),
            VerbRow.of(Verb.TEAM_NOT_READY, "SetTeamAgentNotReadyState", "A state of an agent", TEAM),
            VerbRow.of(Verb.TEAM_READY, "SetTeamAgentReadyState", "A state of an agent", TEAM),
            VerbRow.of(Verb.TEAM_LOGOUT, "SetTeamAgentLogout", "A logout of an agent", TEAM, "SetTeamAgentLogoutState"),
            VerbRow.of(Verb.API_ERROR, "SetAPIError", "An error", List.of("Error")),
            VerbRow.of(Verb.STATE_SYNC, "StateSync", "A synchronization", List.of("Agent", "App", "InboundCall", "OutboundCall")),
            VerbRow.of(Verb.SUBSCRIBE, "Subscribe", "A subscription", List.of(VerbTable.BUS)));

    private CiscoVerbs() { }
}
