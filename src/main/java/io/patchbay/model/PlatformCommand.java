package io.patchbay.model;

import java.util.Map;

/** What the far end does: customers and outside parties, through the platform. */
public sealed interface PlatformCommand extends InteractionCommand {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.platform(this);
    }

    interface Cases<R> {
        R contactArrived(ContactArrived c);

        R farEnd(FarEndActs c);
    }

    /** A customer calls an extension or a queue. @param data what the platform knows; ANI, DNIS and queue are added by the rules */
    record ContactArrived(Medium medium, Address from, Destination to, Map<String, String> data, Terms terms) implements PlatformCommand {
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
}
