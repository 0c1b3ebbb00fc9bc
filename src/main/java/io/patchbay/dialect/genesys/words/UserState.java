package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Channel;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import java.util.Arrays;
import java.util.Optional;

/** The states of an agent on the wire, with the operations that set them and the ids of the product (genesys.md 3.3). */
public enum UserState {
    READY("Ready", "9430250E-0A1B-421F-B372-F29E69366DED", "Ready", "Ready", Optional.empty()),
    NOT_READY("NotReady", "900D55CC-2BB0-431F-8BF9-D3525B383BE6", "Not Ready", "NotReady", Optional.empty()),
    AFTER_CALL_WORK("AfterCallWork", "D3663509-3D82-4DD3-A82E-2EA8EFA02AEF", "AfterCallWork", "NotReady", Optional.of("AfterCallWork")),
    AUX_WORK("AuxWork", "2B36138D-C564-4562-A8CB-3C32D564F296", "AuxWork", "NotReady", Optional.of("AuxWork")),
    OFFLINE("Offline", "0F7F5003-EF26-4D13-A6Ef-D0C7EC819BEB", "Offline", "LoggedOut", Optional.empty());

    private static final NotReadyReason AUX = new NotReadyReason("AuxWork", "");

    private final String operation;
    private final String id;
    private final String displayName;
    private final String state;
    private final Optional<String> workMode;

    UserState(String operation, String id, String displayName, String state, Optional<String> workMode) {
        this.operation = operation;
        this.id = id;
        this.displayName = displayName;
        this.state = state;
        this.workMode = workMode;
    }

    /** The state that an operation sets. */
    public static Optional<UserState> of(String operation) {
        return Arrays.stream(values()).filter(each -> each.operation.equals(operation)).findFirst();
    }

    /**
     * The state of a channel. Reserved and busy are not shown: then it is the state after the work. A channel that an agent does not
     * have is offline.
     */
    public static UserState of(Optional<Channel> channel) {
        return channel.map(UserState::of).orElse(OFFLINE);
    }

    private static UserState of(Channel channel) {
        Presence shown = channel.presence().atWork() ? channel.pending().orElse(channel.resume()) : channel.presence();
        return switch (shown.state()) {
            case READY -> READY;
            case AFTER_CALL_WORK -> AFTER_CALL_WORK;
            case NOT_READY, RESERVED, BUSY -> shown.reason().filter(AUX::equals).isPresent() ? AUX_WORK : NOT_READY;
            case INACTIVE -> OFFLINE;
        };
    }

    /** The canonical state. Empty for {@link #OFFLINE}, which is no state of an active channel. */
    public Optional<Presence> presence() {
        return switch (this) {
            case READY -> Optional.of(Presence.READY);
            case NOT_READY -> Optional.of(Presence.NOT_READY);
            case AUX_WORK -> Optional.of(Presence.notReady(AUX));
            case AFTER_CALL_WORK -> Optional.of(Presence.AFTER_CALL_WORK);
            case OFFLINE -> Optional.empty();
        };
    }

    public String operation() {
        return operation;
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public String state() {
        return state;
    }

    /** Present where one state has several modes. */
    public Optional<String> workMode() {
        return workMode;
    }
}
