package io.patchbay.model;

import java.util.Optional;

/**
 * A command of a step to another cell, delivered in order when the step is committed (DESIGN 4.11).
 *
 * @param ifRefused the command to the source when the target refuses, so it can reverse its step; empty if a refusal changes nothing; a
 * {@link Body.Refusable} gets the reason first
 */
public record FollowUp(Subject target, Body body, Optional<Body> ifRefused) {
    public static FollowUp to(Subject target, Body body) {
        return new FollowUp(target, body, Optional.empty());
    }

    public static FollowUp to(Subject target, Body body, Body ifRefused) {
        return new FollowUp(target, body, Optional.of(ifRefused));
    }
}
