package io.patchbay.model;

import java.util.Optional;

/**
 * What a step asks of another cell; delivered once the step is safe, in order (DESIGN 4.11).
 *
 * @param ifRefused what the source is told when the target refuses, so that it can undo; empty where a refusal changes nothing; a
 *                  {@link Body.Refusable} is told the reason first
 */
public record FollowUp(Subject target, Body body, Optional<Body> ifRefused) {
    public static FollowUp to(Subject target, Body body) {
        return new FollowUp(target, body, Optional.empty());
    }

    public static FollowUp to(Subject target, Body body, Body ifRefused) {
        return new FollowUp(target, body, Optional.of(ifRefused));
    }
}
