package io.patchbay.publish;

import io.patchbay.model.Subject;
import java.util.Locale;

/**
 * The topics of DESIGN 6. The key is an id, so the records of one subject keep their order. For commands and replies it is the agent.
 * Rejected messages have no key.
 */
public final class Topics {
    public static final String INTERACTIONS = "cti.interactions";
    public static final String AGENTS = "cti.agents";
    public static final String INTERACTION_STATE = "cti.interaction-state";
    public static final String AGENT_STATE = "cti.agent-state";
    public static final String QUEUES = "cti.queues";
    public static final String QUEUE_STATE = "cti.queue-state";
    public static final String DIRECTORY = "cti.directory";
    public static final String COMMANDS = "cti.commands";
    public static final String REPLIES = "cti.replies";
    public static final String REJECTED = "cti.rejected";

    private Topics() { }

    static String events(Subject subject) {
        return switch (subject.kind()) {
            case AGENT -> AGENTS;
            case INTERACTION -> INTERACTIONS;
            case QUEUE -> QUEUES;
            case TRANSCRIPT -> throw unpublished(subject);
        };
    }

    static String state(Subject subject) {
        return switch (subject.kind()) {
            case AGENT -> AGENT_STATE;
            case INTERACTION -> INTERACTION_STATE;
            case QUEUE -> QUEUE_STATE;
            case TRANSCRIPT -> throw unpublished(subject);
        };
    }

    static String word(Subject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException unpublished(Subject subject) {
        return new IllegalArgumentException(subject + " is on no topic");
    }
}
