package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A medium one agent can be ready on.
 *
 * @param endpoint the extension of a voice channel; a queue, an address or {@code *} of another
 * @param allowed  the queues it may serve
 * @param queues   those of them it serves, in the order asked for; none while inactive
 * @param presence what it is now
 * @param resume   what it goes back to when the work at hand ends; equal to presence when not at work
 * @param pending  what was asked for during work, taken when the work ends
 * @param since    when it became what it is; the longest idle agent is offered first
 */
public record Channel(ChannelId id, Optional<GroupId> group, Medium medium, String endpoint, List<QueueName> allowed,
                      List<QueueName> queues, Presence presence, Presence resume, Optional<Presence> pending, Instant since) {

    public static Channel created(ChannelId id, Optional<GroupId> group, Medium medium, String endpoint,
                                  List<QueueName> allowed, Instant at) {
        return new Channel(id, group, medium, endpoint, List.copyOf(allowed), List.of(), Presence.INACTIVE, Presence.INACTIVE,
                Optional.empty(), at);
    }

    public boolean isTelephoneOf(Address extension) {
        return medium == Medium.VOICE && endpoint.equals(extension.value());
    }

    public boolean isActive() {
        return !presence.is(Presence.ChannelState.INACTIVE);
    }

    public Channel serving(List<QueueName> served) {
        return new Channel(id, group, medium, endpoint, allowed, List.copyOf(served), presence, resume, pending, since);
    }

    /** A state that was requested during work is dropped at the end of the work. */
    public Channel with(Presence now, Presence later, Instant at) {
        Instant from = now.equals(presence) ? since : at;
        Optional<Presence> asked = now.atWork() ? pending : Optional.empty();
        return new Channel(id, group, medium, endpoint, allowed, queues, now, later, asked, from);
    }

    public Channel waitingFor(Presence asked) {
        return new Channel(id, group, medium, endpoint, allowed, queues, presence, resume, Optional.of(asked), since);
    }
}
