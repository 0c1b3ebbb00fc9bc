package io.patchbay.picture;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A request of a Finesse desktop.
 *
 * @param dialog   that it is about, empty for none
 * @param action   the requestedAction, or the state of the user
 * @param path     below {@code /finesse/api}
 * @param expected an ErrorType, or what the picture says of it
 */
record FinesseRequest(String dialog, String action, String method, String path, String body, String expected) {
    /** The picture shows that it can be done; who knows; and the picture shows that it cannot. */
    static final String LISTED = "listed";
    static final String OPEN = "open";
    static final String NOT_LISTED = "not listed";
    static final String NO_DIALOG = "Dialog Not Found";

    /** The actions on a dialog, and how often one is asked for while it is listed. */
    private static final Map<String, Integer> WEIGHTS = Map.of("ANSWER", 20, "HOLD", 3, "RETRIEVE", 5, "DROP", 1, "CONSULT_CALL", 10,
            "SEND_DTMF", 1, "TRANSFER_SST", 4, "TRANSFER", 14, "CONFERENCE", 10, "UPDATE_CALL_DATA", 2);
    private static final String OWN = "<targetMediaAddress>%s</targetMediaAddress>";
    private static final List<String> MALFORMED = List.of(action("CONSULT_CALL") + OWN + " Parameter Missing",
            action("TRANSFER_SST") + OWN + " Parameter Missing", action("SEND_DTMF") + OWN + " Parameter Missing",
            action("HOLD") + " Parameter Missing", OWN + " Parameter Missing", action("HOLDD") + OWN + " Invalid Input",
            action("MAKE_CALL") + OWN + " Invalid Input", action("HOLD") + "<a> Invalid Input",
            action("HOLD") + "<targetMediaAddress>5001</targetMediaAddress> Invalid Authorization User Specified");

    static int weight(String action) {
        return WEIGHTS.get(action);
    }

    static List<String> actions() {
        return WEIGHTS.keySet().stream().sorted().toList();
    }

    static FinesseRequest on(String dialog, String action, String extension, String expected, Random random) {
        String more = switch (action) {
            case "CONSULT_CALL", "TRANSFER_SST" -> destination(random);
            case "SEND_DTMF" -> "<actionParams><ActionParam><name>dtmfString</name><value>12#</value></ActionParam></actionParams>";
            case "UPDATE_CALL_DATA" -> "<mediaProperties><callvariables><CallVariable><name>callVariable" + (1 + random.nextInt(3))
                    + "</name><value>" + random.nextInt(100) + "</value></CallVariable></callvariables></mediaProperties>";
            default -> "";
        };
        return onDialog(dialog, action, OWN.formatted(extension) + more, expected);
    }

    /** Of a dialog that is answered, or over. */
    static FinesseRequest wrapUp(String dialog) {
        return onDialog(dialog, "UPDATE_CALL_DATA", "<mediaProperties><wrapUpReason>Sale</wrapUpReason></mediaProperties>", LISTED);
    }

    static FinesseRequest dial(String agent, String extension, Random random) {
        return new FinesseRequest("", "MAKE_CALL", "POST", "/User/" + agent + "/Dialogs", "<Dialog>" + action("MAKE_CALL")
                + "<fromAddress>" + extension + "</fromAddress>" + destination(random) + "</Dialog>", OPEN);
    }

    /** @param more elements behind the state */
    static FinesseRequest state(String agent, String state, String more) {
        return new FinesseRequest("", state, "PUT", "/User/" + agent, "<User><state>" + state + "</state>" + more + "</User>", OPEN);
    }

    static FinesseRequest notReady(String agent, Random random) {
        return state(agent, "NOT_READY", random.nextBoolean() ? "<reasonCodeId>1</reasonCodeId>" : "");
    }

    static FinesseRequest malformed(String extension, Random random) {
        String[] parts = Numbers.any(MALFORMED, random).split(" ", 2);
        return new FinesseRequest("", "malformed", "PUT", "/Dialog/1", "<Dialog>" + parts[0].formatted(extension) + "</Dialog>", parts[1]);
    }

    private static FinesseRequest onDialog(String dialog, String action, String more, String expected) {
        return new FinesseRequest(dialog, action, "PUT", "/Dialog/" + dialog, "<Dialog>" + action(action) + more + "</Dialog>", expected);
    }

    private static String action(String name) {
        return "<requestedAction>" + name + "</requestedAction>";
    }

    private static String destination(Random random) {
        return "<toAddress>" + Numbers.any(random) + "</toAddress>";
    }

    /** What it is about decides, not only the state of the call. */
    boolean dependsOnDestination() {
        return body.contains("toAddress");
    }
}
