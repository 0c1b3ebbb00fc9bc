package io.patchbay.picture;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An envelope that an Acqueon desktop sends.
 *
 * @param dialog   that it is about, empty for none
 * @param expected an errorType, or what the picture says of it
 */
record AcqueonRequest(String dialog, String topic, String verb, String data, String expected) {
    /** The picture shows that it can be done; who knows; and the picture shows that it cannot. */
    static final String LISTED = "listed";
    static final String OPEN = "open";
    static final String NOT_LISTED = "not listed";

    /** What desktops have buttons for, and how often one is pressed while it can be. */
    private static final Map<String, Integer> WEIGHTS = Map.of("ANSWER", 20, "HOLD", 3, "RETRIEVE", 5, "DROP", 1, "CONSULT_CALL", 10,
            "SEND_DTMF", 1, "TRANSFER_SST", 4, "TRANSFER", 14, "CONFERENCE", 10, "UPDATE_CALL_DATA", 2);
    private static final List<String> MALFORMED = List.of("SetCONSULT {} Parameter Missing", "SetTRANSFER_SST {} Parameter Missing",
            "SetSEND_DTMF {} Parameter Missing", "SetHOLDD {} Not Implemented",
            "SetHOLD {'MediaAddress':'5001'} Invalid Authorization User Specified",
            "SetHOLD {'CallID':'1','callid':'2'} Invalid Input");

    static int weight(String action) {
        return WEIGHTS.get(action);
    }

    static List<String> actions() {
        return WEIGHTS.keySet().stream().sorted().toList();
    }

    /** @param skill of outside calls, or empty */
    static AcqueonRequest on(String dialog, String action, String extension, String skill, String expected, Random random) {
        boolean data = action.equals("UPDATE_CALL_DATA");
        String own = data ? "'callID':'" + dialog + "'" : "'MediaAddress ':'" + extension + "','CallID':'" + dialog + "'";
        String more = switch (action) {
            case "CONSULT_CALL", "TRANSFER_SST" -> destination(skill, random);
            case "SEND_DTMF" -> ",'digits':'12#'";
            case "UPDATE_CALL_DATA" -> ",'key':'callVariable" + (1 + random.nextInt(3)) + "','value':'" + random.nextInt(100) + "'";
            default -> "";
        };
        return of(dialog, data ? "Agent" : random.nextBoolean() ? "InboundCall" : "OutboundCall",
                data ? "UpdateCallVariables" : "Set" + action.replace("CONSULT_CALL", "CONSULT"), own + more, expected);
    }

    static AcqueonRequest wrapUp(String dialog, String expected) {
        return of(dialog, "Agent", "WrapUpCall", "'callID':'" + dialog + "','wrapup':'sale','Iscustomwrapup':false", expected);
    }

    static AcqueonRequest dial(String skill, Random random) {
        return of("", "InboundCall", "SetMakeCall", destination(skill, random).substring(1), OPEN);
    }

    static AcqueonRequest ready() {
        return of("", "Agent", "SetReadyState", "", OPEN);
    }

    static AcqueonRequest notReady(Random random) {
        return of("", "Agent", "SetNotReadyState", random.nextBoolean() ? "'ReasonCodeId':1" : "", OPEN);
    }

    static AcqueonRequest sync() {
        return of("", "Agent", "StateSync", "", LISTED);
    }

    static AcqueonRequest malformed(Random random) {
        String[] parts = Numbers.any(MALFORMED, random).split(" ", 3);
        return of("", "InboundCall", parts[0], parts[1].substring(1, parts[1].length() - 1), parts[2]);
    }

    private static String destination(String skill, Random random) {
        return ",'toAddress':'" + Numbers.any(random) + "'" + (skill.isEmpty() ? "" : ",'skillId':'" + skill + "'");
    }

    private static AcqueonRequest of(String dialog, String topic, String verb, String members, String expected) {
        return new AcqueonRequest(dialog, topic, verb, "{" + members.replace('\'', '"') + "}", expected);
    }

    /** What it is about decides, not only the state of the call. */
    boolean dependsOnDestination() {
        return data.contains("toAddress");
    }
}
