package io.patchbay.picture;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An operation that a Genesys desktop sends.
 *
 * @param path     of the resource, as in {@link GenesysPicture}
 * @param url      where it goes
 * @param expected what the picture says of it
 */
record GenesysRequest(String path, String url, String operation, String body, Expected expected) {
    /** Listed among the capabilities; well-formed, and who knows; not well-formed. */
    enum Expected { LISTED, OPEN, MALFORMED }

    /** What desktops have buttons for, and how often one is pressed while it is listed. */
    private static final Map<String, Integer> ON_CALLS = Map.ofEntries(Map.entry("Answer", 20), Map.entry("Hangup", 1),
            Map.entry("Hold", 3), Map.entry("Retrieve", 4), Map.entry("SwapCalls", 3), Map.entry("ClearCall", 1),
            Map.entry("InitiateTransfer", 5), Map.entry("InitiateConference", 5), Map.entry("CompleteTransfer", 6),
            Map.entry("CompleteConference", 10), Map.entry("SingleStepTransfer", 3), Map.entry("SingleStepConference", 4),
            Map.entry("SendDtmf", 1), Map.entry("AttachUserData", 1), Map.entry("UpdateUserData", 1), Map.entry("DeleteUserData", 1),
            Map.entry("DeleteUserDataPair", 1), Map.entry("StartCallRecording", 1), Map.entry("StopCallRecording", 1),
            Map.entry("PauseCallRecording", 1), Map.entry("ResumeCallRecording", 1));
    private static final Map<String, Integer> ON_CONTACTS = Map.ofEntries(Map.entry("Accept", 14), Map.entry("Reject", 2),
            Map.entry("Transfer", 2), Map.entry("Leave", 2), Map.entry("Invite", 3), Map.entry("Consult", 4), Map.entry("SetInFocus", 1),
            Map.entry("SetDisposition", 1), Map.entry("AttachUserData", 1), Map.entry("UpdateUserData", 1), Map.entry("DeleteUserData", 1),
            Map.entry("SendToAgents", 3), Map.entry("SendStartTypingToAgentsNotification", 1),
            Map.entry("SendStopTypingToAgentsNotification", 1), Map.entry("Complete", 3), Map.entry("SendMessage", 3),
            Map.entry("SendStartTypingNotification", 1), Map.entry("SendStopTypingNotification", 1));
    private static final List<String> UNLISTED_ON_CALLS = List.of("MuteCall", "UnmuteCall", "RemoveParticipantFromConference");
    private static final List<String> UNLISTED_ON_CONTACTS = List.of("Conference", "Conference", "LeaveAndComplete", "SendUrl",
            "SendCustomNoticeToAgents", "SendNicknameUpdatedNotice");
    private static final List<String> TARGETS = List.of("/users/ana", "/users/ben", "/users/caro", "/users/dan", "/queues/sales",
            "/contacts/support", "/users/nobody");
    private static final List<String> MALFORMED = List.of("{", "[]", "{}", "{'operationName':7}", "{'operationName':'Answre'}",
            "{'operationName':'SingleStepTransfer'}", "{'operationName':'InitiateTransfer','destination':{'phoneNumber':'x y'}}",
            "{'operationName':'SendDtmf','digits':'12a'}", "{'operationName':'AttachUserData','userData':'x'}",
            "{'operationName':'SendMessage'}", "{'operationName':'Consult','targetUri':'ben'}", "{'operationName':'Invite'}");

    static int weight(String path, String capability) {
        return (path.startsWith("calls/") ? ON_CALLS : ON_CONTACTS).getOrDefault(capability, 0);
    }

    static GenesysRequest listed(String path, String capability, Random random) {
        return on(path, capability, random, Expected.LISTED);
    }

    /** On a contact or call: one that may not be listed, or none that can be read. */
    static GenesysRequest odd(String path, Random random) {
        boolean call = path.startsWith("calls/");
        int kind = random.nextInt(4);
        if (kind == 0) {
            return new GenesysRequest(path, "/me/" + path, "", Numbers.any(MALFORMED, random).replace('\'', '"'), Expected.MALFORMED);
        }
        return on(path, Numbers.any(kind > 1 ? call ? UNLISTED_ON_CALLS : UNLISTED_ON_CONTACTS
                : (call ? ON_CALLS : ON_CONTACTS).keySet().stream().sorted().toList(), random), random, Expected.OPEN);
    }

    /** Of a contact or call of somebody else. */
    static GenesysRequest foreign(String path, Random random) {
        return on(path, path.startsWith("calls/") ? "Hangup" : "Leave", random, Expected.OPEN);
    }

    static GenesysRequest state(String path, String state) {
        return new GenesysRequest("", path, state, "{\"operationName\":\"" + state + "\"}", Expected.OPEN);
    }

    static GenesysRequest dial(String extension, Random random) {
        return new GenesysRequest("", "/me/devices/" + extension + "/calls", "Dial",
                "{\"operationName\":\"Dial\"" + parameters("Dial", true, random) + "}", Expected.OPEN);
    }

    private static GenesysRequest on(String path, String operation, Random random, Expected expected) {
        return new GenesysRequest(path, "/me/" + path, operation, "{\"operationName\":\"" + operation + "\""
                + parameters(operation, path.startsWith("calls/"), random) + "}", expected);
    }

    private static String parameters(String operation, boolean call, Random random) {
        String members = switch (operation) {
            case "Dial", "InitiateTransfer", "InitiateConference", "SingleStepTransfer", "SingleStepConference" ->
                    "'destination':{'phoneNumber':'" + Numbers.any(random) + "'}"
                            + (random.nextInt(4) == 0 ? ",'userData':{'k0':'x'}" : "");
            case "Transfer", "Invite", "Consult" -> "'targetUri':'" + Numbers.any(TARGETS, random) + "'";
            case "RemoveParticipantFromConference" -> "'participant':'" + Numbers.any(random) + "'";
            case "SendDtmf" -> "'digits':'12#'";
            case "AttachUserData", "UpdateUserData" -> "'userData':{'k" + random.nextInt(3) + "':'" + random.nextInt(100) + "'}";
            case "DeleteUserDataPair" -> "'key':'k" + random.nextInt(3) + "'";
            case "DeleteUserData" -> call && random.nextInt(3) == 0 ? "" : "'keys':['k" + random.nextInt(3) + "']";
            case "SetDisposition" -> "'disposition':'sale'";
            case "SendMessage" -> "'text':'Hm.'";
            case "SendToAgents" -> "'text':'" + ChatCustomers.FOR_AGENTS + "'";
            case "SendCustomNoticeToAgents" -> "'noticeText':'" + ChatCustomers.FOR_AGENTS + "'";
            case "SendNicknameUpdatedNotice" -> "'noticeText':'Agent " + random.nextInt(Integer.MAX_VALUE) + "'";
            case "SendUrl" -> "'url':'https://example.com/'";
            default -> "";
        };
        return members.isEmpty() ? "" : "," + members.replace('\'', '"');
    }

    /** What it is about decides, not only the state of the call or contact. */
    boolean dependsOnDestination() {
        return body.contains("phoneNumber") || body.contains("targetUri");
    }

    /** Whether it comes to one command at most, so that a refusal means that nothing changed. */
    boolean isOneStep() {
        return expected == Expected.MALFORMED || List.of("Answer", "Hangup", "Hold", "ClearCall", "CompleteTransfer", "CompleteConference",
                "SendDtmf", "AttachUserData", "UpdateUserData", "Reject", "Consult", "Invite", "SendMessage", "SendToAgents",
                "Conference").contains(operation);
    }
}
