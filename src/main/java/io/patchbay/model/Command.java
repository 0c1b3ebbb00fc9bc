package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A command on its way to a cell. Everything that is not a pure function of the state comes in here: time and ids (DESIGN 4.1).
 *
 * @param id          names the command for ever; a retry carries the same
 * @param correlation the command of the outside world that all this goes back to
 * @param at          stamped once, at the border
 * @param digest      of the payload, to tell a repeat from another payload under the same id
 * @param sender      present on a follow-up of another cell
 */
public record Command(CommandId id, CommandId correlation, Instant at, Subject target, Body body, String digest, Optional<Sender> sender) {

    /**
     * The cell a follow-up comes from.
     *
     * @param sequence the source's own running number of follow-ups; per source it only rises
     * @param after    the sequence of the source's follow-up that this target must have taken before; 0 if the source knows that it has
     *                 taken all
     * @param number   the number of the source's event that caused the follow-up
     */
    public record Sender(Subject source, int era, long sequence, long after, long number) { }

    /**
     * The next command of the same request. A request that is repeated makes the same ids again; its correlation is that of the first.
     *
     * @param n the place of the next one, from 1; the first command has 0
     */
    public Command followedBy(int n, Subject next, Body then) {
        return new Command(Ids.further(id, n), correlation, at, next, then, digest, sender);
    }

    public static Command of(CommandId id, Instant at, Subject target, Body body) {
        return of(id, at, target, body, "");
    }

    public static Command of(CommandId id, Instant at, Subject target, Body body, String digest) {
        return new Command(id, id, at, target, body, digest, Optional.empty());
    }
}
