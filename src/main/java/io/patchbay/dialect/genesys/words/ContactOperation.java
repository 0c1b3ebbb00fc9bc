package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Action;
import java.util.Arrays;
import java.util.Optional;

/** The operations on a chat or short-message session by name, each with the action that the rules must allow (genesys.md 4.2 and 5). */
public enum ContactOperation {
    ACCEPT("Accept", Action.ACCEPT_INTERACTION),
    REJECT("Reject", Action.REJECT_INTERACTION),
    TRANSFER("Transfer", Action.TRANSFER),
    LEAVE("Leave", Action.LEAVE),
    LEAVE_AND_COMPLETE("LeaveAndComplete", Action.LEAVE),
    INVITE("Invite", Action.INVITE),
    CONSULT("Consult", Action.CONSULT),
    CONFERENCE("Conference", Action.CONFERENCE),
    SET_IN_FOCUS("SetInFocus", Action.SET_INTERACTION_DATA),
    SET_DISPOSITION("SetDisposition", Action.SET_DISPOSITION),
    ATTACH_USER_DATA("AttachUserData", Action.SET_INTERACTION_DATA),
    DELETE_USER_DATA("DeleteUserData", Action.SET_INTERACTION_DATA),
    UPDATE_USER_DATA("UpdateUserData", Action.SET_INTERACTION_DATA),
    SEND_TO_AGENTS("SendToAgents", Action.SEND_TO_AGENTS),
    SEND_CUSTOM_NOTICE("SendCustomNoticeToAgents", Action.SEND_TO_AGENTS),
    START_TYPING_TO_AGENTS("SendStartTypingToAgentsNotification", Action.SEND_TO_AGENTS),
    STOP_TYPING_TO_AGENTS("SendStopTypingToAgentsNotification", Action.SEND_TO_AGENTS),
    SEND_NICKNAME("SendNicknameUpdatedNotice", Action.SET_NICKNAME),
    COMPLETE("Complete", Action.COMPLETE_INTERACTION),
    SEND_MESSAGE("SendMessage", Action.SEND_MESSAGE),
    SEND_URL("SendUrl", Action.SEND_MESSAGE),
    START_TYPING("SendStartTypingNotification", Action.SEND_MESSAGE),
    STOP_TYPING("SendStopTypingNotification", Action.SEND_MESSAGE);

    private final String text;
    private final Action action;

    ContactOperation(String text, Action action) {
        this.text = text;
        this.action = action;
    }

    public static Optional<ContactOperation> of(String operationName) {
        return Arrays.stream(values()).filter(each -> each.text.equals(operationName)).findFirst();
    }

    public String text() {
        return text;
    }

    Action action() {
        return action;
    }
}
