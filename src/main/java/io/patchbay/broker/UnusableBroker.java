package io.patchbay.broker;

/** Kafka cannot be used as configured. The message says what happened and what to do; {@link #setting()} says which setting to change. */
public final class UnusableBroker extends RuntimeException {
    /** What the operator has to change; {@code NONE} when it is no setting but the broker itself. */
    public enum Setting { DIRECTORY, HOST, PORT, BROKERS, TOPICS, NONE }

    private final Setting setting;

    public UnusableBroker(Setting setting, String message, Throwable cause) {
        super(message, cause);
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }
}
