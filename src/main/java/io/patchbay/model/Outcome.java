package io.patchbay.model;

/** The result of a command. Accepted does not mean done; the effects follow as events. */
public sealed interface Outcome {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R accepted();

        R refused(Refused refused);
    }

    /** A duplicate of an accepted command is told the same, once more. */
    record Accepted() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted();
        }
    }

    /** @param detail one English sentence for people; never a value that could be a secret */
    record Refused(Reason reason, String detail) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    static Outcome accepted() {
        return new Accepted();
    }

    static Outcome refused(Reason reason, String detail) {
        return new Refused(reason, detail);
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
