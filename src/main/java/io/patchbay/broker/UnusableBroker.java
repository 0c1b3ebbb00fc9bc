package io.patchbay.broker;

/** Kafka cannot be used as configured. The message has the cause and the remedy. {@link #setting()} is the setting to change. */
public final class UnusableBroker extends RuntimeException {
    /** The setting to change. {@code NONE} if the broker itself is the cause. */
    public enum Setting { DIRECTORY, HOST, PORT, BROKERS, SECURITY, TOPICS, NONE }

    private final Setting setting;

    public UnusableBroker(Setting setting, String message, Throwable cause) {
        super(message, cause);
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }
}
