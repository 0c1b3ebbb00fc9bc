package io.patchbay.dialect.genesys.words;

import java.util.Arrays;
import java.util.Optional;

/** The operations on {@code /me/interactions/{id}}, each with the form of its reply (genesys.md 6.1, CHOREOGRAPHY D3). */
public enum InteractionOperation {
    ACCEPT("Accept", false, ReplyForm.STATUS_CODE),
    REJECT("Reject", true, ReplyForm.STATUS_CODE),
    INVITE_USER("InviteUser", false, ReplyForm.STATUS),
    END_CHAT_SESSION("EndChatSession", false, ReplyForm.STATUS),
    SEND_MESSAGE("SendMessage", false, ReplyForm.STATUS_CODE),
    START_TYPING("SendStartTypingNotification", false, ReplyForm.STATUS_CODE),
    STOP_TYPING("SendStopTypingNotification", false, ReplyForm.STATUS_CODE),
    SINGLE_STEP_TRANSFER("SingleStepTransfer", true, ReplyForm.STATUS_CODE),
    COMPLETE("Complete", true, ReplyForm.STATUS_CODE),
    REQUEST_CHAT_HISTORY("RequestChatHistory", false, ReplyForm.STATUS_CODE),
    LEAVE_CONFERENCE("LeaveConference", false, ReplyForm.STATUS),
    ATTACH_USER_DATA("AttachUserData", false, ReplyForm.STATUS_CODE),
    UPDATE_USER_DATA("UpdateUserData", false, ReplyForm.STATUS_CODE),
    DELETE_USER_DATA("DeleteUserData", false, ReplyForm.STATUS_CODE);

    /** The heading of the vendor's page for {@link #SEND_MESSAGE}. */
    public static final String SEND = "Send";

    private final String text;
    private final boolean general;
    private final ReplyForm reply;

    InteractionOperation(String text, boolean general, ReplyForm reply) {
        this.text = text;
        this.general = general;
        this.reply = reply;
    }

    public static Optional<InteractionOperation> of(String operationName) {
        return operationName.equals(SEND) ? Optional.of(SEND_MESSAGE)
                : Arrays.stream(values()).filter(each -> each.text.equals(operationName)).findFirst();
    }

    public String text() {
        return text;
    }

    /** Whether it is for interactions of every medium. The others are for chats. */
    public boolean isGeneral() {
        return general;
    }

    public ReplyForm reply() {
        return reply;
    }
}
