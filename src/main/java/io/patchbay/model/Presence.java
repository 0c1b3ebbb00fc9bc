package io.patchbay.model;

import java.util.Optional;

/** The state of an agent on one channel, with its reason if there is one. */
public record Presence(ChannelState state, Optional<NotReadyReason> reason) {

    /** Agent channel states; the pending one asked for during work is kept beside it. */
    public enum ChannelState { INACTIVE, NOT_READY, READY, RESERVED, BUSY, AFTER_CALL_WORK }

    /** @param code the vendor's or directory's code; @param description empty where none was given */
    public record NotReadyReason(String code, String description) { }

    public static final Presence INACTIVE = of(ChannelState.INACTIVE);
    public static final Presence NOT_READY = of(ChannelState.NOT_READY);
    public static final Presence READY = of(ChannelState.READY);
    public static final Presence RESERVED = of(ChannelState.RESERVED);
    public static final Presence BUSY = of(ChannelState.BUSY);
    public static final Presence AFTER_CALL_WORK = of(ChannelState.AFTER_CALL_WORK);

    public static Presence of(ChannelState state) {
        return new Presence(state, Optional.empty());
    }

    public static Presence notReady(NotReadyReason reason) {
        return new Presence(ChannelState.NOT_READY, Optional.of(reason));
    }

    public boolean is(ChannelState other) {
        return state == other;
    }

    /** A contact is offered or being worked on. */
    public boolean atWork() {
        return state == ChannelState.RESERVED || state == ChannelState.BUSY;
    }
}
