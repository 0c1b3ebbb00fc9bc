package io.patchbay.model;

/** Where a call goes, resolved at the border from what was dialled, so that the rules need no directory (BINDINGS, common). */
public sealed interface Destination {

    Address address();

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R extension(Extension to);

        R queue(ToQueue to);

        R outside(Outside to);
    }

    /** An agent's extension. */
    record Extension(AgentId agent, Address address) implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.extension(this);
        }
    }

    /** @param wrapUp whether contacts of this queue end in after-call work (CHOREOGRAPHY A9) */
    record ToQueue(QueueName queue, Address address, boolean wrapUp) implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.queue(this);
        }
    }

    /** Neither an extension nor a queue: the outside world, simulated by the embedded switch. */
    record Outside(Address address, FarEnd farEnd) implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outside(this);
        }
    }
}
