package io.patchbay.model;

import java.util.Map;
import java.util.Optional;

/** Commands of customers and outside parties, through the platform. */
public sealed interface PlatformCommand extends InteractionCommand {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.platform(this);
    }

    interface Cases<R> {
        R contactArrived(ContactArrived c);

        R farEnd(FarEndActs c);

        R sessionRequested(SessionRequested c);

        R message(CustomerWrites c);

        R typing(CustomerTypes c);

        R left(CustomerLeaves c);
    }

    /**
     * A customer calls an extension or a queue; other media come as {@link SessionRequested}.
     *
     * @param data what the platform knows; ANI, DNIS and queue are added by the rules
     */
    record ContactArrived(Medium medium, Address from, Destination to, Map<String, String> data, ContactPolicy terms)
            implements PlatformCommand {
        public <R> R match(Cases<R> cases) {
            return cases.contactArrived(this);
        }
    }

    /** An outside party of a call acts. */
    record FarEndActs(CallId call, Address party, Action action) implements PlatformCommand {
        public enum Action { ANSWER, REJECT, HANG_UP }

        public <R> R match(Cases<R> cases) {
            return cases.farEnd(this);
        }
    }

    /**
     * A customer writes, or wishes to be called back: a contact that is no call, for a queue or an agent.
     *
     * @param from the number or mail address it can be reached at; empty of a chat
     * @param text what it begins with; empty where nothing is written yet
     * @param data what the platform knows; ANI, DNIS and queue are added by the rules
     */
    record SessionRequested(Medium medium, String nickname, Optional<Address> from, Destination to, Optional<String> text,
                            Map<String, String> data, ContactPolicy terms) implements PlatformCommand {
        public <R> R match(Cases<R> cases) {
            return cases.sessionRequested(this);
        }
    }

    /** Commands of the customer of a messaging contact: this one writes. */
    record CustomerWrites(String text) implements PlatformCommand {
        public <R> R match(Cases<R> cases) {
            return cases.message(this);
        }
    }

    record CustomerTypes(boolean on) implements PlatformCommand {
        public <R> R match(Cases<R> cases) {
            return cases.typing(this);
        }
    }

    record CustomerLeaves() implements PlatformCommand {
        public <R> R match(Cases<R> cases) {
            return cases.left(this);
        }
    }
}
