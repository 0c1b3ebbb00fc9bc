package io.patchbay.dialect.genesys.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a customer may do with its chat (BINDINGS, Genesys). A chat begins by {@code RequestChat}. */
public enum CustomerOperation {
    SEND_MESSAGE("SendMessage"),
    START_TYPING("SendStartTypingNotification"),
    STOP_TYPING("SendStopTypingNotification"),
    COMPLETE("Complete");

    public static final String REQUEST_CHAT = "RequestChat";
    public static final List<String> NAMES = Arrays.stream(values()).map(CustomerOperation::text).toList();
    private final String text;

    CustomerOperation(String text) {
        this.text = text;
    }

    public static Optional<CustomerOperation> of(String operationName) {
        return Arrays.stream(values()).filter(each -> each.text.equals(operationName)).findFirst();
    }

    public String text() {
        return text;
    }
}
