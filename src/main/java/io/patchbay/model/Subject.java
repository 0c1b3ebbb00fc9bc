package io.patchbay.model;

/**
 * The object of a stream of numbered events, written {@code agent/<id>}, {@code interaction/<id>}, {@code queue/<name>} or {@code
 * transcript/<interaction>/<page>}.
 */
public record Subject(Kind kind, String id) {

    /** The kinds of cell. A transcript's is one page of what was written in an interaction, made once. */
    public enum Kind {
        AGENT, INTERACTION, QUEUE, TRANSCRIPT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Subject {
        if (kind == null || id == null || id.isBlank()) {
            throw new IllegalArgumentException("a subject needs a kind and an id");
        }
    }

    public static Subject of(AgentId agent) {
        return new Subject(Kind.AGENT, agent.value());
    }

    public static Subject of(InteractionId interaction) {
        return new Subject(Kind.INTERACTION, interaction.value());
    }

    public static Subject of(QueueName queue) {
        return new Subject(Kind.QUEUE, queue.value());
    }

    /** @param page from 0 */
    public static Subject transcript(InteractionId interaction, int page) {
        return new Subject(Kind.TRANSCRIPT, interaction.value() + "/" + page);
    }

    /** Reads what {@link #toString()} writes; anything else is an {@link IllegalArgumentException}. */
    public static Subject parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.word() + "/")) {
                return new Subject(kind, text.substring(kind.word().length() + 1));
            }
        }
        throw new IllegalArgumentException("a subject is agent/…, interaction/…, queue/… or transcript/…, not " + Texts.shown(text));
    }

    public AgentId agent() {
        return new AgentId(id);
    }

    public InteractionId interaction() {
        return new InteractionId(id);
    }

    public QueueName queue() {
        return new QueueName(id);
    }

    @Override
    public String toString() {
        return kind.word() + "/" + id;
    }
}
